import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type DeployOptions, deploy } from '../../infra/deploy.ts';
import { readRecord } from '../../infra/guard/record.ts';
import { makeFolder } from './folders.ts';
import { type MadeUpAws, madeUpAws } from './made-up-aws.ts';

const standIn = [process.execPath, fileURLToPath(new URL('./cdk-stand-in.ts', import.meta.url))];

/** For what does not depend on the synth. */
const quick = { STAND_IN_RECORD: '{"account":"123456789012"}' };

/** A deployment by the stand-in; gives what it was told, what was logged and the record. */
async function deployed(
  args: readonly string[],
  environment: Record<string, string> = {},
  folder = makeFolder(),
  options: Pick<DeployOptions, 'stages'> = {},
) {
  const report = join(folder, 'arguments.json');
  const outdir = join(folder, 'assembly');
  const deployments = join(folder, 'deployments');
  const lines: string[] = [];
  const status = await deploy({
    args,
    environment: { ...process.env, STAND_IN_REPORT: report, ...environment },
    deployments,
    outdir,
    command: standIn,
    ...options,
    log: (line) => lines.push(line),
  });
  const told: string[] = JSON.parse(readFileSync(report, 'utf8'));
  return { status, told, lines, outdir, folder, record: join(deployments, 'prod.json'), deployments };
}

describe('deploy', () => {
  test('deploys the stage, passes on what it does not know, and records what was deployed, where', async () => {
    const args = ['--stage', 'prod', '--require-approval', 'never', '-c', 'x=y'];
    const { status, told, lines, outdir, deployments } = await deployed(args);
    expect(status).toBe(0);
    expect(told).toEqual([
      ...['deploy', '--context=stage=prod', `--output=${outdir}`, '--outputs-file=outputs.json'],
      ...['--require-approval', 'never', '-c', 'x=y'],
    ]);
    expect(lines).toEqual([
      'Recorded in deployments/prod.json: commit it. Later deployments are compared with it.',
      'The user pool is not protected against deletion yet: switch retention.deletionProtection on, and deploy again.',
    ]);
    expect(readRecord(deployments, 'prod')).toMatchObject({
      stackName: 'CognitoGraphqlProd',
      account: '123456789012',
      region: 'eu-central-1',
      resources: { AuthUsersPoolE71B1D56: { type: 'AWS::Cognito::UserPool' } },
    });
  });

  test.each([
    ['fails', '3', 3],
    ['is killed', 'SIGTERM', 143],
  ])('gives the exit code of a deployment that %s, and records nothing', async (_, STAND_IN_STATUS, code) => {
    const { status, lines, record } = await deployed(['--stage=prod'], { ...quick, STAND_IN_STATUS });
    expect([status, lines, existsSync(record)]).toEqual([code, [], false]);
  });

  test('protects no pool at the first deployment, which could not be undone if it failed', async () => {
    const folder = makeFolder();
    const first = () =>
      deploy({
        args: ['--stage', 'shop'],
        environment: {},
        deployments: folder,
        command: ['false'],
        stages: { shop: { naming: { stackName: 'Shop' } } },
      });
    await expect(first()).rejects.toThrow('retention.deletionProtection of stage "shop" must be false at its first deployment');
    writeFileSync(join(folder, 'shop.json'), '{}');
    await expect(first()).resolves.toBe(1);
  });

  test('says it where there are no credentials, which the CDK calls an account that it cannot resolve', async () => {
    const { status, lines } = await deployed(['--stage=prod'], { STAND_IN_RECORD: '{"account":null}', STAND_IN_STATUS: '1' });
    expect([status, lines]).toEqual([
      1,
      ['There are no AWS credentials: `aws sso login`, or AWS_PROFILE; see docs/deploying.md.'],
    ]);
  });

  test('a deployment that fails leaves the record of the one before', async () => {
    const { folder, record } = await deployed(['--stage=prod'], quick);
    const before = readFileSync(record, 'utf8');
    await deployed(['--stage=prod'], { STAND_IN_RECORD: '{}', STAND_IN_STATUS: '1' }, folder);
    expect([before, readFileSync(record, 'utf8')]).toEqual([quick.STAND_IN_RECORD, quick.STAND_IN_RECORD]);
  });

  test('a synth that fails does not record what an earlier one has left', async () => {
    const { folder, record, outdir } = await deployed(['--stage=prod'], { ...quick, STAND_IN_STATUS: '1' });
    writeFileSync(join(outdir, 'deployment.json'), 'of before');
    // The app knows no such stage.
    const unknown = { stages: { nowhere: { naming: { stackName: 'Nowhere' }, retention: { deletionProtection: false } } } };
    const { status } = await deployed(['--stage', 'nowhere'], {}, folder, unknown);
    expect([status, existsSync(record), existsSync(join(outdir, 'deployment.json'))]).toEqual([1, false, false]);
  });

  test.each([
    [['--hotswap'], '--hotswap'],
    [['--watch'], '--watch'],
    [['--no-execute'], '--no-execute'],
    [['--method', 'prepare-change-set'], '--method=prepare-change-set'],
    [['-m=prepare-change-set'], '--method=prepare-change-set'],
  ])('%j goes past CloudFormation, and leaves the record as it is', async (args, named) => {
    const { status, lines, record } = await deployed(['--stage=prod', ...args], quick);
    expect([status, existsSync(record)]).toEqual([0, false]);
    expect(lines).toEqual([`deployments/prod.json stays as it is: ${named} deploys nothing, or not by CloudFormation.`]);
  });

  test.each([[['--hotswap-fallback']], [['--method', 'direct']]])('%j deploys by CloudFormation too', async (args) => {
    expect(existsSync((await deployed(['--stage=prod', ...args], quick)).record)).toBe(true);
  });

  test('the variable STAGE names the stage too, and a file for the outputs may be another', async () => {
    const { told } = await deployed(['--outputs-file', 'elsewhere.json'], { ...quick, STAGE: 'prod' });
    expect(told).toContain('--context=stage=prod');
    expect(told.filter((argument) => argument.startsWith('--outputs-file'))).toEqual(['--outputs-file']);
  });

  test.each([['--app'], ['-a'], ['--output=x'], ['-o']])('%s is its own', async (argument) => {
    await expect(deploy({ args: [argument, 'x'], environment: {}, command: standIn })).rejects.toThrow(
      `npm run deploy sets ${argument} itself; leave it out.`,
    );
  });
});

describe("deploy by the CDK's own command line", { timeout: 180_000 }, () => {
  const environment = (endpoint: string) => ({
    ...process.env,
    AWS_ACCESS_KEY_ID: 'made-up',
    AWS_SECRET_ACCESS_KEY: 'made-up',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: endpoint,
    CDK_VALIDATION: 'false',
  });
  const deployTo = async (aws: MadeUpAws, args: readonly string[] = []) => {
    const folder = makeFolder();
    const outputs = join(folder, 'outputs.json');
    const deployments = join(folder, 'deployments');
    const status = await deploy({
      args: ['--stage', 'prod', '--require-approval', 'never', '--progress', 'events', '--outputs-file', outputs, ...args],
      environment: environment(aws.endpoint),
      deployments,
      outdir: join(folder, 'assembly'),
    });
    return { status, outputs, outdir: join(folder, 'assembly'), record: readRecord(deployments, 'prod') };
  };

  test('records the account and the Region that it deployed to; a harmful change then does not reach AWS', async () => {
    const aws = await madeUpAws();
    const { status, record, outputs, outdir } = await deployTo(aws);
    expect(status).toBe(0);
    expect(aws.actions).toContain('ExecuteChangeSet');
    expect(record).toMatchObject({ stackName: 'CognitoGraphqlProd', account: '123456789012', region: 'eu-central-1' });
    expect(JSON.parse(readFileSync(outputs, 'utf8'))).toEqual({ CognitoGraphqlProd: { Region: 'eu-central-1' } });

    const living = readFileSync(join(outdir, 'CognitoGraphqlProd.template.json'), 'utf8');
    const template = join(makeFolder(), 'living.json');
    writeFileSync(template, living.replace(/"AliasAttributes": \[[^\]]*\]/, '"AliasAttributes": ["phone_number"]'));
    const untouched = await madeUpAws();
    const refused = await deployTo(untouched, ['-c', `deployed=${template}`]);
    expect([refused.status, refused.record, untouched.actions.includes('CreateChangeSet')]).toEqual([1, null, false]);
  });

  test('records nothing where CloudFormation refuses, and ends as it does', async () => {
    const { status, record } = await deployTo(await madeUpAws({ fails: true }));
    expect([status, record]).toEqual([1, null]);
  });

  test('npm run deploy refuses two stages in one line', () => {
    const run = spawnSync('npm', ['run', '--silent', 'deploy', '--', '--stage', 'prod', '-c', 'stage=dev'], { encoding: 'utf8' });
    const stderr = 'The command names two stages, prod and dev: it is for one.\n';
    expect(run).toMatchObject({ status: 1, stdout: '', stderr });
  });
});
