import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../../support/infra/folders.ts';
import { isProtected } from '../../support/infra/made-up-aws.ts';
import { assemblies, livingTemplate, ownDomain, poolId, record, synthesiseAssemblies, workshop } from './workshop.ts';

/** The assemblies that were deployed, in order. */
const deployedFrom = (calls: readonly (readonly string[])[]) =>
  calls
    .filter(([command]) => command === 'deploy')
    .map((call) => call.find((argument) => argument.startsWith('--app='))?.slice(6));

beforeAll(synthesiseAssemblies, 600_000);

describe('deploy', { timeout: 180_000 }, () => {
  test('creates a new stack without protection, and protects it at once', async () => {
    const { run, outdir, folder, deployments } = await workshop();
    const { status, calls, lines } = await run(['--require-approval', 'never', '-c', 'x=y']);
    expect(status).toBe(0);
    const synth = ['synth', '--quiet', '--context=stage=prod', '--context=comparedLater=true'];
    const outputs = `--outputs-file=${join(folder, 'outputs.prod.json')}`;
    const rest = ['--require-approval', 'never', '-c', 'x=y'];
    expect(calls).toEqual([
      [...synth, `--output=${outdir}`, '-c', 'x=y'],
      [...synth, '--context=unprotected=true', `--output=${outdir}.first`, '-c', 'x=y'],
      ['deploy', `--app=${outdir}.first`, outputs, ...rest],
      ['deploy', `--app=${outdir}`, outputs, ...rest],
    ]);
    expect(lines).toEqual([
      'The stack CognitoGraphqlProd does not exist yet. It is created without protection against deletion, and protected afterwards.',
      'Created. Now adding the protection:',
      'Recorded in deployments/prod.json; commit it.',
      expect.stringMatching(/^The API key expires on \d{4}-\d\d-01\. Each deployment extends it, so deploy before then\.$/),
    ]);
    expect(record(deployments)).toMatchObject({
      stackName: 'CognitoGraphqlProd',
      account: '123456789012',
      region: 'eu-central-1',
      resources: { [poolId]: { type: 'AWS::Cognito::UserPool' } },
    });
  });

  test('deploys an existing stack in one step', async () => {
    const { run, outdir, deployments } = await workshop({ stack: { template: livingTemplate() } });
    const { status, commands, calls } = await run();
    expect([status, commands, deployedFrom(calls)]).toEqual([0, ['synth', 'deploy'], [outdir]]);
    expect(record(deployments)).not.toBeNull();
  });

  test('deploys a stage without protection in one step, the first time too', { tags: ['exhaustive'] }, async () => {
    const retention = { keepData: false, deletionProtection: false, terminationProtection: false };
    const { run } = await workshop();
    expect((await run([], {}, { stages: { prod: { ...ownDomain, retention } } })).commands).toEqual(['synth', 'deploy']);
    for (const one of [{ deletionProtection: false }, { terminationProtection: false }]) {
      const { commands } = await run([], {}, { stages: { prod: { ...ownDomain, retention: one } }, deployments: makeFolder() });
      expect(commands).toEqual(['synth', 'synth', 'deploy', 'deploy']);
    }
  });

  test('a deployment that ends between the two steps is finished by the next', { tags: ['exhaustive'] }, async () => {
    const { run, deployments } = await workshop();
    const first = await run([], { STAND_IN_STATUS: '0,0,0,SIGTERM' });
    expect([first.status, first.commands]).toEqual([143, ['synth', 'synth', 'deploy', 'deploy']]);
    expect(first.lines.at(-1)).toBe('The stack is created, but not protected against deletion yet: deploy again.');
    // It is created, so what a later deployment must not harm is known.
    expect(record(deployments)).not.toBeNull();

    const unprotected = readFileSync(join(assemblies, 'unprotected', 'CognitoGraphqlProd.template.json'), 'utf8');
    expect([isProtected(unprotected), isProtected(livingTemplate())]).toEqual([false, true]);
    const next = await workshop({ stack: { template: unprotected } });
    cpSync(deployments, next.deployments, { recursive: true });
    const { status, calls } = await next.run();
    expect([status, deployedFrom(calls)]).toEqual([0, [next.outdir]]);
  });

  test.each([
    ['fails', '0,0,3', 3],
    ['is killed', '0,0,SIGTERM', 143],
  ])('a creation that %s is recorded nowhere, and the way to remove what is left is told', async (_, STAND_IN_STATUS, code) => {
    const { run, deployments, folder } = await workshop();
    const { status, lines, commands } = await run([], { STAND_IN_STATUS });
    expect([status, commands, record(deployments)]).toEqual([code, ['synth', 'synth', 'deploy'], null]);
    expect(lines.at(-1)).toBe(
      'If the creation failed, deploy again, or remove what is left of it: npx cdk destroy -c stage=prod',
    );
    expect(existsSync(join(folder, 'outputs.json'))).toBe(false);
  });

  test('a failed synth ends it before it asks CloudFormation', async () => {
    const { run, aws } = await workshop();
    const { status, commands } = await run([], { STAND_IN_STATUS: '1' });
    expect([status, commands, aws.actions]).toEqual([1, ['synth'], []]);
  });

  test('a failed deployment keeps the record of the previous one', { tags: ['exhaustive'] }, async () => {
    const { run, deployments } = await workshop({ stack: { template: livingTemplate() } });
    await run();
    const file = join(deployments, 'prod.json');
    const before = `${readFileSync(file, 'utf8')}\n`;
    writeFileSync(file, before);
    expect((await run([], { STAND_IN_STATUS: '0,1' })).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('reports missing credentials, and calls nothing', async () => {
    const { run, aws, folder } = await workshop();
    for (const name of ['whole', 'unprotected'])
      cpSync(join(assemblies, name), join(folder, 'unknown', name), { recursive: true });
    const file = join(folder, 'unknown', 'whole', 'deployment.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), account: null, region: null }));
    const { status, lines } = await run([], { STAND_IN_ASSEMBLIES: join(folder, 'unknown') });
    expect([status, lines, aws.actions]).toEqual([
      1,
      ['There are no AWS credentials. Run `aws sso login`, or set AWS_PROFILE; see docs/deploying.md.'],
      [],
    ]);
  });

  test('what bypasses CloudFormation leaves the record unchanged, and requires a stack', { tags: ['exhaustive'] }, async () => {
    const there = await workshop({ stack: { template: livingTemplate() } });
    const { status, lines, calls } = await there.run(['--hotswap']);
    expect([status, record(there.deployments), lines]).toEqual([
      0,
      null,
      ['deployments/prod.json is unchanged: --hotswap deploys nothing, or not through CloudFormation.'],
    ]);
    // `--watch` requires an app, not a finished assembly.
    expect(calls.at(-1)?.slice(0, 2)).toEqual(['deploy', '--context=stage=prod']);
    const absent = await workshop();
    const refused = await absent.run(['--hotswap']);
    expect(refused.status).toBe('The stack CognitoGraphqlProd does not exist yet: deploy it once without --hotswap.');
    expect(refused.commands).toEqual(['synth']);
  });

  test('the variable STAGE names the stage too', { tags: ['exhaustive'] }, async () => {
    const { run } = await workshop({ stack: { template: livingTemplate() } });
    const { calls } = await run([], { STAGE: 'prod' }, {}, []);
    expect(calls[0]).toContain('--context=stage=prod');
  });
});

describe('the outputs', { timeout: 180_000 }, () => {
  test('of each stage have a file, beside that of the last deployment', async () => {
    const { run, folder } = await workshop({ stack: { template: livingTemplate() } });
    writeFileSync(join(folder, 'outputs.dev.json'), 'of dev');
    await run();
    const written = readFileSync(join(folder, 'outputs.prod.json'), 'utf8');
    expect(JSON.parse(written)).toHaveProperty('Stack');
    expect(readFileSync(join(folder, 'outputs.json'), 'utf8')).toBe(written);
    expect(readFileSync(join(folder, 'outputs.dev.json'), 'utf8')).toBe('of dev');
  });

  test.each([[['--outputs-file', 'elsewhere.json']], [['-O=elsewhere.json']]])(
    '%j has them elsewhere',
    { tags: ['exhaustive'] },
    async (args) => {
      const { run, folder } = await workshop({ stack: { template: livingTemplate() } });
      const { calls } = await run(args);
      expect(calls.at(-1)?.slice(-args.length)).toEqual(args);
      expect(calls.at(-1)?.filter((argument) => argument.startsWith('--outputs-file='))).toEqual([]);
      expect(existsSync(join(folder, 'outputs.json'))).toBe(false);
    },
  );
});
