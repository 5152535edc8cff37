import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run as runCommand } from '../../../infra/deploy/run.ts';
import { isProtected, type MadeUpAws } from '../../support/infra/made-up-aws.ts';
import { cdk, project, record, synthesiseAssemblies, workshop } from './workshop.ts';

beforeAll(synthesiseAssemblies, 600_000);

describe("deploy by the CDK's own command line", { timeout: 600_000 }, () => {
  const unattended = ['--require-approval', 'never', '--progress', 'events'];
  const real = { STAND_IN_DEPLOYS: 'yes' };
  const atExecution = ({ history }: MadeUpAws) =>
    history.filter(([action]) => action === 'ExecuteChangeSet').map(([, stack]) => stack);

  test('creates, then protects, and knows the stack the next time', { tags: ['exhaustive'] }, async () => {
    const { aws, run, folder, deployments } = await workshop();
    const { status } = await run(unattended, {}, { command: cdk });
    expect(status).toBe(0);
    const [created, updated, ...more] = atExecution(aws);
    expect(created).toMatchObject({ status: 'CREATE_COMPLETE', terminationProtection: false });
    expect([isProtected(created?.template ?? ''), isProtected(updated?.template ?? ''), more]).toEqual([false, true, []]);
    expect(aws.stack()).toMatchObject({ status: 'UPDATE_COMPLETE', terminationProtection: true });
    expect(record(deployments)).toMatchObject({
      stackName: 'CognitoGraphqlProd',
      account: '123456789012',
      region: 'eu-central-1',
    });
    expect(JSON.parse(readFileSync(join(folder, 'outputs.prod.json'), 'utf8'))).toEqual({
      CognitoGraphqlProd: { Region: 'eu-central-1' },
    });

    expect((await run(unattended, real)).status).toBe(0);
    expect(atExecution(aws)).toHaveLength(3);
    expect(atExecution(aws).map((stack) => isProtected(stack?.template ?? ''))).toEqual([false, true, true]);
  });

  test('a first creation that fails can be removed by the documented command, or deployed again', {
    tags: ['exhaustive'],
  }, async () => {
    const { aws, run, deployments, folder } = await workshop({ fails: true });
    const { status } = await run(unattended, real);
    expect([status, record(deployments)]).toEqual([1, null]);
    expect(aws.stack()).toMatchObject({ status: 'ROLLBACK_COMPLETE', terminationProtection: false });

    expect((await run(unattended, real)).status).toBe(1);
    expect(aws.actions.filter((action) => action === 'ExecuteChangeSet')).toHaveLength(2);

    const outdir = join(folder, 'destroyed');
    const destroy = ['npx', 'cdk', 'destroy', '-c', 'stage=prod', '--force', `--output=${outdir}`];
    expect(await runCommand(destroy, { environment: process.env, folder: project })).toBe(0);
    expect(aws.stack()).toBeNull();
  });

  test('npm run deploy refuses two stages in one line', () => {
    const run = spawnSync('npm', ['run', '--silent', 'deploy', '--', '--stage', 'prod', '-c', 'stage=dev'], { encoding: 'utf8' });
    const stderr = 'The command names two stages, prod and dev: name one.\n';
    expect(run).toMatchObject({ status: 1, stdout: '', stderr });
  });
});
