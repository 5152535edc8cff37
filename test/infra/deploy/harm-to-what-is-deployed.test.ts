import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assemblies, livingTemplate, poolId, synthesiseAssemblies, workshop } from './workshop.ts';

beforeAll(synthesiseAssemblies, 600_000);

describe('what is deployed', { timeout: 180_000 }, () => {
  const changed = () => livingTemplate().replace(/"AliasAttributes": \[[^\]]*\]/, '"AliasAttributes": ["phone_number"]');

  test('is asked of CloudFormation: a harmful change is refused without any record', async () => {
    const { run } = await workshop({ stack: { template: changed() } });
    const { status, commands } = await run();
    expect(status).toContain(
      'This must not be deployed over what is deployed according to CloudFormation (stack CognitoGraphqlProd):',
    );
    expect(status).toContain(`signIn.names: AliasAttributes of ${poolId} was ["phone_number"] and would be ["email"].`);
    expect(status).toContain('If you intend it: `npm run deploy -- … --accept signIn.names`');
    expect(commands).toEqual(['synth']);
  });

  test('may be harmed only if the harm is accepted by its exact name', async () => {
    const { run } = await workshop({ stack: { template: changed() } });
    expect((await run(['--accept', 'domain'])).status).toContain('--accept domain,signIn.names`');
    const { status, calls } = await run(['--accept=domain,signIn.names']);
    expect([status, calls.flat().filter((argument) => argument.includes('accept'))]).toEqual([0, []]);
    expect((await run(['--accept'])).status).toBe('--accept needs the names of settings, such as --accept domain.');
  });

  test('is what CloudFormation says, though an old record says something else', { tags: ['exhaustive'] }, async () => {
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
  ])('is elsewhere by the record: refused, as %s', { tags: ['exhaustive'] }, async (setting, place) => {
    for (const stack of [undefined, { template: livingTemplate() }]) {
      const { run, deployments } = await workshop(stack && { stack });
      const written = JSON.parse(readFileSync(join(assemblies, 'whole', 'deployment.json'), 'utf8'));
      mkdirSync(deployments);
      writeFileSync(join(deployments, 'prod.json'), JSON.stringify({ ...written, ...place }));
      expect((await run()).status).toContain(`${setting}: the stack was`);
      expect((await run(['--accept', setting])).status).toBe(0);
    }
  });

  test('is refused, with a remedy, if the stack is gone but the record exists', { tags: ['exhaustive'] }, async () => {
    const { run, deployments } = await workshop();
    mkdirSync(deployments);
    cpSync(join(assemblies, 'whole', 'deployment.json'), join(deployments, 'prod.json'));
    const { status, commands } = await run();
    expect(status).toContain(
      'deployments/prod.json records a deployment of the stack CognitoGraphqlProd, but CloudFormation has no such stack in eu-central-1 of account 123456789012.',
    );
    expect(status).toContain('If it was deleted, remove deployments/prod.json');
    expect(commands).toEqual(['synth']);
    rmSync(join(deployments, 'prod.json'));
    expect((await run()).status).toBe(0);
  });

  test('remembers by the record the host of passkeys that are off', { tags: ['exhaustive'] }, async () => {
    const { run, deployments } = await workshop({
      stack: {
        template: livingTemplate().replace('"AliasAttributes"', '"WebAuthnRelyingPartyID": "acme-shop.net", "AliasAttributes"'),
      },
    });
    const written = JSON.parse(readFileSync(join(assemblies, 'whole', 'deployment.json'), 'utf8'));
    written.resources[poolId].properties.WebAuthnRelyingPartyID = 'former.net';
    mkdirSync(deployments);
    writeFileSync(join(deployments, 'prod.json'), JSON.stringify(written));
    // The state in CloudFormation takes precedence over the record.
    expect((await run()).status).toBe(0);
  });

  test('is unknown if CloudFormation does not answer, and nothing is deployed', async () => {
    const { run } = await workshop({ stack: { template: livingTemplate() }, denied: ['DescribeStacks'] });
    const { status, commands } = await run();
    expect(status).toContain('so nothing was deployed.');
    expect(commands).toEqual(['synth']);
  });

  test('is asked with the profile that the command names', { tags: ['exhaustive'] }, async () => {
    const { run, aws, folder } = await workshop({ stack: { template: livingTemplate() } });
    // Before everything else, since the SDK reads it only once.
    writeFileSync(join(folder, 'credentials'), '[mine]\naws_access_key_id = made-up\naws_secret_access_key = made-up\n');
    expect((await run(['--profile', 'absent'])).status).toContain('Could not load credentials');
    expect(aws.actions).toEqual([]);
    const { status, calls } = await run(['--profile', 'mine']);
    expect([status, calls[0]?.slice(-2)]).toEqual([0, ['--profile', 'mine']]);
  });

  test('does not belong to this project: a stack whose template is not from the CDK', { tags: ['exhaustive'] }, async () => {
    const { run } = await workshop({ stack: { template: 'Resources:\n  A: b' } });
    expect((await run()).status).toContain('The stack CognitoGraphqlProd does not belong to this project');
  });

  test('-c deployed has no say in it', { tags: ['exhaustive'] }, async () => {
    const { run } = await workshop();
    expect((await run(['-c', 'deployed=x.json'])).status).toContain('npm run deploy asks CloudFormation what is deployed');
  });
});
