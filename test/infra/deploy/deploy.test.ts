import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readArguments } from '../../../infra/command-line/arguments.ts';
import { stages } from '../../../infra/config.ts';
import { deployDescription } from '../../../infra/deploy/arguments.ts';
import { type DeployOptions, deploy } from '../../../infra/deploy/deploy.ts';
import { run as runCommand } from '../../../infra/deploy/run.ts';
import { readRecord } from '../../../infra/guard/record.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { synthesise } from '../../../infra/synth/synthesise.ts';
import { makeFolder } from '../../support/infra/folders.ts';
import { isProtected, type MadeUpAws, type MadeUpAwsOptions, madeUpAws } from '../../support/infra/made-up-aws.ts';
import { code, context } from '../../support/infra/stack.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const standIn = [process.execPath, fileURLToPath(new URL('../../support/infra/cdk-stand-in.ts', import.meta.url))];
const cdk = [process.execPath, createRequire(import.meta.url).resolve('aws-cdk/bin/cdk')];

/** Prod as it is once the domains of the documentation's are replaced. */
const ownDomain: SettingsInput = JSON.parse(JSON.stringify(stages.prod).replaceAll('example.com', 'acme-shop.net'));
const poolId = 'AuthUsersPoolE71B1D56';

/** The assemblies of prod, whole and unprotected, which the stand-in for the CDK's command line gives out. */
const assemblies = mkdtempSync(join(tmpdir(), 'assemblies-'));
const livingTemplate = () => readFileSync(join(assemblies, 'whole', 'CognitoGraphqlProd.template.json'), 'utf8');

beforeAll(async () => {
  for (const name of ['whole', 'unprotected']) {
    const app = new App({ context, outdir: join(assemblies, name), builtinCloudFormationValidation: false });
    const place = { account: '123456789012', region: 'eu-central-1' };
    await synthesise(app, { stage: 'prod', unprotected: name === 'unprotected', deployments: assemblies, code, ...place });
  }
}, 600_000);
afterAll(() => rmSync(assemblies, { recursive: true, force: true }));

/** A folder to deploy from, again and again, into one made-up AWS. */
async function workshop(made: MadeUpAwsOptions = {}) {
  const aws = await madeUpAws(made);
  const folder = makeFolder();
  const deployments = join(folder, 'deployments');
  const own = {
    AWS_ACCESS_KEY_ID: 'made-up',
    AWS_SECRET_ACCESS_KEY: 'made-up',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    CDK_VALIDATION: 'false',
  };
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  /** Deploys; gives what the CDK was told, call by call, and what was logged. */
  const run = async (
    args: readonly string[] = [],
    environment: Record<string, string> = {},
    options: Partial<DeployOptions> = {},
    stage: readonly string[] = ['--stage', 'prod'],
  ) => {
    const report = join(folder, 'calls');
    rmSync(report, { force: true });
    const lines: string[] = [];
    const standing = { STAND_IN_REPORT: report, STAND_IN_ASSEMBLIES: assemblies };
    const variables = { ...process.env, ...standing, ...environment };
    const done = async () =>
      deploy({
        given: readArguments(deployDescription, [...stage, ...args], variables),
        environment: variables,
        deployments,
        outputs: folder,
        outdir: join(folder, 'assembly'),
        command: standIn,
        stages: { prod: ownDomain },
        log: (line) => lines.push(line),
        ...options,
      });
    const status = await done().catch((error: Error) => error.message);
    const calls: string[][] = existsSync(report)
      ? readFileSync(report, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
    return { status, calls, commands: calls.map(([command]) => command), lines };
  };
  return { aws, run, folder, deployments, outdir: join(folder, 'assembly') };
}

const record = (deployments: string) => readRecord(deployments, 'prod');
/** The assemblies that were deployed, in order. */
const deployedFrom = (calls: readonly (readonly string[])[]) =>
  calls
    .filter(([command]) => command === 'deploy')
    .map((call) => call.find((argument) => argument.startsWith('--app='))?.slice(6));

describe('deploy', { timeout: 180_000 }, () => {
  test('creates a stack that is not there without protection, and protects it at once', async () => {
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
      'The stack CognitoGraphqlProd does not exist yet: it is created without protection against deletion, and protected afterwards.',
      'Created. Now the protection:',
      'Recorded in deployments/prod.json: commit it.',
      expect.stringMatching(/^The API key expires on \d{4}-\d\d-01: each deployment extends it, so deploy before then\.$/),
    ]);
    expect(record(deployments)).toMatchObject({
      stackName: 'CognitoGraphqlProd',
      account: '123456789012',
      region: 'eu-central-1',
      resources: { [poolId]: { type: 'AWS::Cognito::UserPool' } },
    });
  });

  test('deploys a stack that is there in one step', async () => {
    const { run, outdir, deployments } = await workshop({ stack: { template: livingTemplate() } });
    const { status, commands, calls } = await run();
    expect([status, commands, deployedFrom(calls)]).toEqual([0, ['synth', 'deploy'], [outdir]]);
    expect(record(deployments)).not.toBeNull();
  });

  test('deploys a stage without protection in one step, the first time too', async () => {
    const retention = { keepData: false, deletionProtection: false, terminationProtection: false };
    const { run } = await workshop();
    expect((await run([], {}, { stages: { prod: { ...ownDomain, retention } } })).commands).toEqual(['synth', 'deploy']);
    for (const one of [{ deletionProtection: false }, { terminationProtection: false }]) {
      const { commands } = await run([], {}, { stages: { prod: { ...ownDomain, retention: one } }, deployments: makeFolder() });
      expect(commands).toEqual(['synth', 'synth', 'deploy', 'deploy']);
    }
  });

  test('a deployment that ends between the two steps is finished by the next', async () => {
    const { run, deployments } = await workshop();
    const first = await run([], { STAND_IN_STATUS: '0,0,0,SIGTERM' });
    expect([first.status, first.commands]).toEqual([143, ['synth', 'synth', 'deploy', 'deploy']]);
    expect(first.lines.at(-1)).toBe('The stack is created, and not protected against deletion yet: deploy again.');
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
      'If the creation has failed, deploy again, or remove what is left of it: npx cdk destroy -c stage=prod',
    );
    expect(existsSync(join(folder, 'outputs.json'))).toBe(false);
  });

  test('a synth that fails ends it, and asks nobody', async () => {
    const { run, aws } = await workshop();
    const { status, commands } = await run([], { STAND_IN_STATUS: '1' });
    expect([status, commands, aws.actions]).toEqual([1, ['synth'], []]);
  });

  test('a deployment that fails leaves the record of the one before', async () => {
    const { run, deployments } = await workshop({ stack: { template: livingTemplate() } });
    await run();
    const file = join(deployments, 'prod.json');
    const before = `${readFileSync(file, 'utf8')}\n`;
    writeFileSync(file, before);
    expect((await run([], { STAND_IN_STATUS: '0,1' })).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('says it where there are no credentials, and asks nobody', async () => {
    const { run, aws, folder } = await workshop();
    for (const name of ['whole', 'unprotected'])
      cpSync(join(assemblies, name), join(folder, 'unknown', name), { recursive: true });
    const file = join(folder, 'unknown', 'whole', 'deployment.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), account: null, region: null }));
    const { status, lines } = await run([], { STAND_IN_ASSEMBLIES: join(folder, 'unknown') });
    expect([status, lines, aws.actions]).toEqual([
      1,
      ['There are no AWS credentials: `aws sso login`, or AWS_PROFILE; see docs/deploying.md.'],
      [],
    ]);
  });

  test('what goes past CloudFormation leaves the record as it is, and wants a stack', async () => {
    const there = await workshop({ stack: { template: livingTemplate() } });
    const { status, lines, calls } = await there.run(['--hotswap']);
    expect([status, record(there.deployments), lines]).toEqual([
      0,
      null,
      ['deployments/prod.json stays as it is: --hotswap deploys nothing, or not by CloudFormation.'],
    ]);
    // `--watch` wants an app, and no finished assembly.
    expect(calls.at(-1)?.slice(0, 2)).toEqual(['deploy', '--context=stage=prod']);
    const absent = await workshop();
    const refused = await absent.run(['--hotswap']);
    expect(refused.status).toBe('The stack CognitoGraphqlProd does not exist yet: deploy it once without --hotswap.');
    expect(refused.commands).toEqual(['synth']);
  });

  test('the variable STAGE names the stage too', async () => {
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

  test.each([[['--outputs-file', 'elsewhere.json']], [['-O=elsewhere.json']]])('%j has them elsewhere', async (args) => {
    const { run, folder } = await workshop({ stack: { template: livingTemplate() } });
    const { calls } = await run(args);
    expect(calls.at(-1)?.slice(-args.length)).toEqual(args);
    expect(calls.at(-1)?.filter((argument) => argument.startsWith('--outputs-file='))).toEqual([]);
    expect(existsSync(join(folder, 'outputs.json'))).toBe(false);
  });
});

describe('what is deployed', { timeout: 180_000 }, () => {
  const changed = () => livingTemplate().replace(/"AliasAttributes": \[[^\]]*\]/, '"AliasAttributes": ["phone_number"]');

  test('is asked of CloudFormation: a harmful change is refused without any record', async () => {
    const { run } = await workshop({ stack: { template: changed() } });
    const { status, commands } = await run();
    expect(status).toContain('This must not be deployed over what CloudFormation (stack CognitoGraphqlProd) says is living:');
    expect(status).toContain(`signIn.names: AliasAttributes of ${poolId} was ["phone_number"] and would be ["email"].`);
    expect(status).toContain('If you mean it: `npm run deploy -- … --accept signIn.names`');
    expect(commands).toEqual(['synth']);
  });

  test('may be harmed by whoever accepts it by name, and by no other name', async () => {
    const { run } = await workshop({ stack: { template: changed() } });
    expect((await run(['--accept', 'domain'])).status).toContain('--accept domain,signIn.names`');
    const { status, calls } = await run(['--accept=domain,signIn.names']);
    expect([status, calls.flat().filter((argument) => argument.includes('accept'))]).toEqual([0, []]);
    expect((await run(['--accept'])).status).toBe('--accept wants the names of settings, such as --accept domain.');
  });

  test('is what CloudFormation says, though an old record says something else', async () => {
    const { run, deployments } = await workshop({ stack: { template: livingTemplate() } });
    const old = JSON.parse(readFileSync(join(assemblies, 'whole', 'deployment.json'), 'utf8'));
    old.resources[poolId].properties.AliasAttributes = ['phone_number'];
    mkdirSync(deployments);
    writeFileSync(join(deployments, 'prod.json'), JSON.stringify(old));
    expect((await run()).status).toBe(0);
  });

  test.each([
    ['naming.stackName', { stackName: 'Former' }],
    ['naming.region', { region: 'us-east-1' }],
    ['naming.account', { account: '210987654321' }],
  ])('is elsewhere by the record: refused, as %s', async (setting, place) => {
    for (const stack of [undefined, { template: livingTemplate() }]) {
      const { run, deployments } = await workshop(stack && { stack });
      const written = JSON.parse(readFileSync(join(assemblies, 'whole', 'deployment.json'), 'utf8'));
      mkdirSync(deployments);
      writeFileSync(join(deployments, 'prod.json'), JSON.stringify({ ...written, ...place }));
      expect((await run()).status).toContain(`${setting}: the stack was`);
      expect((await run(['--accept', setting])).status).toBe(0);
    }
  });

  test('is gone, and the record is not: refused, with the way out', async () => {
    const { run, deployments } = await workshop();
    mkdirSync(deployments);
    cpSync(join(assemblies, 'whole', 'deployment.json'), join(deployments, 'prod.json'));
    const { status, commands } = await run();
    expect(status).toContain(
      'deployments/prod.json records a deployment of the stack CognitoGraphqlProd, and CloudFormation has no such stack in eu-central-1 of account 123456789012.',
    );
    expect(status).toContain('Was it deleted? Then remove deployments/prod.json');
    expect(commands).toEqual(['synth']);
    rmSync(join(deployments, 'prod.json'));
    expect((await run()).status).toBe(0);
  });

  test('remembers by the record the host of passkeys that are off', async () => {
    const { run, deployments } = await workshop({
      stack: {
        template: livingTemplate().replace('"AliasAttributes"', '"WebAuthnRelyingPartyID": "acme-shop.net", "AliasAttributes"'),
      },
    });
    const written = JSON.parse(readFileSync(join(assemblies, 'whole', 'deployment.json'), 'utf8'));
    written.resources[poolId].properties.WebAuthnRelyingPartyID = 'former.net';
    mkdirSync(deployments);
    writeFileSync(join(deployments, 'prod.json'), JSON.stringify(written));
    // What CloudFormation has goes before what the record remembers.
    expect((await run()).status).toBe(0);
  });

  test('is known to nobody where CloudFormation does not answer: nothing is deployed', async () => {
    const { run } = await workshop({ stack: { template: livingTemplate() }, denied: ['DescribeStacks'] });
    const { status, commands } = await run();
    expect(status).toContain('so nothing was deployed.');
    expect(commands).toEqual(['synth']);
  });

  test('is asked with the profile that the command names', async () => {
    const { run, aws, folder } = await workshop({ stack: { template: livingTemplate() } });
    // First of all: the SDK reads it once.
    writeFileSync(join(folder, 'credentials'), '[mine]\naws_access_key_id = made-up\naws_secret_access_key = made-up\n');
    expect((await run(['--profile', 'absent'])).status).toContain('Could not load credentials');
    expect(aws.actions).toEqual([]);
    const { status, calls } = await run(['--profile', 'mine']);
    expect([status, calls[0]?.slice(-2)]).toEqual([0, ['--profile', 'mine']]);
  });

  test('is none of ours: a stack whose template is not the CDK’s', async () => {
    const { run } = await workshop({ stack: { template: 'Resources:\n  A: b' } });
    expect((await run()).status).toContain("The stack CognitoGraphqlProd is none of this project's");
  });

  test('-c deployed has no say in it', async () => {
    const { run } = await workshop();
    expect((await run(['-c', 'deployed=x.json'])).status).toContain('npm run deploy asks CloudFormation what is deployed');
  });
});

describe("deploy by the CDK's own command line", { timeout: 600_000 }, () => {
  const unattended = ['--require-approval', 'never', '--progress', 'events'];
  const real = { STAND_IN_DEPLOYS: 'yes' };
  const atExecution = ({ history }: MadeUpAws) =>
    history.filter(([action]) => action === 'ExecuteChangeSet').map(([, stack]) => stack);

  test('creates, then protects, and knows the stack the next time', async () => {
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

  test('a first creation that fails can be removed by the documented command, or deployed again', async () => {
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
