import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aspects } from 'aws-cdk-lib';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { type SynthesiseOptions, synthesise } from '../../../infra/synth/synthesise.ts';
import { makeFolder } from '../../support/infra/folders.ts';
import { code, context } from '../../support/infra/stack.ts';

const place = { account: '123456789012', region: 'eu-central-1' };
const poolId = 'AuthUsersPoolE71B1D56';

/** A folder of records, and a synth of prod into a new folder each time, whose files it gives. */
function workshop() {
  const deployments = makeFolder();
  const synth = async (options: Partial<SynthesiseOptions> = {}) => {
    const outdir = makeFolder();
    const app = new App({ context, outdir, builtinCloudFormationValidation: false });
    const file = (name: string): string => join(outdir, name);
    const done = synthesise(app, { stage: 'prod', deployments, code, ...place, ...options });
    return { done, file, outdir };
  };
  const record = join(deployments, 'prod.json');
  /** Synthesises and records, as a deployment does. */
  const deployOnce = async (): Promise<void> => {
    const { done, file } = await synth();
    await done;
    writeFileSync(record, readFileSync(file('deployment.json')));
  };
  const change = (edit: (record: ReturnType<typeof JSON.parse>) => void): void => {
    const written = JSON.parse(readFileSync(record, 'utf8'));
    edit(written);
    writeFileSync(record, JSON.stringify(written));
  };
  return { deployments, record, synth, deployOnce, change };
}

describe('synthesise', () => {
  test('accepts a first deployment, and writes its future record beside the assembly', async () => {
    const { done, file } = await workshop().synth();
    await done;
    expect(JSON.parse(readFileSync(file('deployment.json'), 'utf8'))).toMatchObject({
      format: 1,
      stage: 'prod',
      stackName: 'CognitoGraphqlProd',
      ...place,
      resources: { [poolId]: { type: 'AWS::Cognito::UserPool', properties: { AliasAttributes: ['email'] } } },
    });
  });

  test('lets the same pass again', async () => {
    const { deployOnce, synth } = workshop();
    await deployOnce();
    const { done, file } = await synth();
    await done;
    expect(existsSync(file('manifest.json'))).toBe(true);
  });

  test('refuses what must not be deployed over it: says what, what was, what is lost and what to do, and leaves no assembly', async () => {
    const { deployOnce, synth, change } = workshop();
    await deployOnce();
    change(({ resources }) => {
      resources[poolId].properties.AliasAttributes = ['email', 'phone_number'];
      resources[poolId].properties.WebAuthnRelyingPartyID = 'example.com';
    });
    const { done, file } = await synth();
    await expect(done).rejects.toThrow(
      new ConfigurationError('This must not be deployed over what is deployed according to deployments/prod.json:', [
        `signIn.names: AliasAttributes of ${poolId} was ["email","phone_number"] and would be ["email"]. Cognito cannot change what the users of an existing pool ` +
          'sign in with: the deployment would fail. Keep it. Or create a second stage in infra/config.ts with its own stackName, and migrate the users with ' +
          'triggers.userMigration.',
        "If you intend it: `npm run deploy -- … --accept signIn.names`; for the CDK's own commands it is `-c accept=signIn.names`.",
      ]),
    );
    expect(existsSync(file('manifest.json'))).toBe(false);
  });

  test('accepts what is named, and leaves it to the deployment if that compares', async () => {
    const { deployOnce, synth, change } = workshop();
    await deployOnce();
    change(({ resources }) => {
      resources[poolId].properties.AliasAttributes = ['email', 'phone_number'];
    });
    await expect((await synth({ accepted: ['domain'] })).done).rejects.toThrow('-c accept=domain,signIn.names');
    await (await synth({ accepted: ['domain', 'signIn.names'] })).done;
    await (await synth({ comparedLater: true })).done;
  });

  test('makes the first step of a first deployment, which can be deleted whatever the stage says', async () => {
    const protection = async (unprotected: boolean) => {
      const { done, file } = await workshop().synth({ unprotected });
      await done;
      const manifest = JSON.parse(readFileSync(file('manifest.json'), 'utf8'));
      const { Resources } = JSON.parse(readFileSync(file('CognitoGraphqlProd.template.json'), 'utf8'));
      return {
        pool: Resources[poolId].Properties.DeletionProtection,
        stack: manifest.artifacts.CognitoGraphqlProd.properties.terminationProtection ?? false,
        // A creation that fails deletes even what is kept otherwise.
        policy: Resources[poolId].DeletionPolicy,
      };
    };
    expect(await protection(true)).toEqual({ pool: 'INACTIVE', stack: false, policy: 'RetainExceptOnCreate' });
    expect(await protection(false)).toEqual({ pool: 'ACTIVE', stack: true, policy: 'RetainExceptOnCreate' });
  });

  test('refuses another account and another Region, once it knows them', async () => {
    const { deployOnce, synth } = workshop();
    await deployOnce();
    await expect((await synth({ account: '210987654321' })).done).rejects.toThrow('naming.account: the stack was "123456789012"');
    await expect((await synth({ region: 'us-west-2' })).done).rejects.toThrow('naming.region: the stack was "eu-central-1"');
    // Without credentials the CDK names a Region of its own.
    await (await synth({ account: undefined, region: 'us-east-1' })).done;
  });

  test('does not compare the assembly of the laptop', async () => {
    const { deployOnce, synth, change } = workshop();
    await deployOnce();
    change((record) => {
      record.stackName = 'Other';
    });
    const { done, file } = await synth({ local: true });
    await done;
    expect(existsSync(file('deployment.json'))).toBe(false);
    await expect((await synth()).done).rejects.toThrow('naming.stackName');
  });

  test('remembers the host of passkeys that were switched off', async () => {
    const { deployOnce, synth, change } = workshop();
    await deployOnce();
    change(({ resources }) => {
      resources[poolId].properties.WebAuthnRelyingPartyID = 'example.com';
    });
    const { done, file } = await synth();
    await done;
    const { resources } = JSON.parse(readFileSync(file('deployment.json'), 'utf8'));
    expect(resources[poolId].properties.WebAuthnRelyingPartyID).toBe('example.com');
  });

  test.each([
    ['no JSON', 'x', 'is not JSON'],
    ['an older format', '{"format":0}', 'has the format 0, but this version uses 1'],
    ['no format', '[]', 'has the format of no record'],
    ['a part missing', '{"format":1,"stage":"prod"}', 'is not a record'],
    [
      'another stage',
      '{"format":1,"stage":"dev","stackName":"A","region":null,"account":null,"resources":{}}',
      'is the record of the stage "dev"',
    ],
  ])('refuses a record with %s, with the way out', async (_, text, message) => {
    const { record, synth } = workshop();
    writeFileSync(record, text);
    const { done } = await synth();
    await expect(done).rejects.toThrow(ConfigurationError);
    await expect(done).rejects.toThrow(`prod.json ${message}`);
    await expect(done).rejects.toThrow('aws cloudformation get-template');
  });
});

test.each([{ local: false }, { local: true }])(
  'a template that AWS would refuse is refused (local: $local): with resource, check and what to do, and without an assembly',
  async ({ local }) => {
    const outdir = makeFolder();
    const app = new App({ context, outdir, builtinCloudFormationValidation: false });
    Aspects.of(app).add({
      visit: (node) => {
        if (node instanceof CfnUserPool) node.addPropertyOverride('MfaConfiguration', 'OFF');
      },
    });
    await expect(synthesise(app, { stage: 'dev', local, deployments: makeFolder(), code, ...place })).rejects.toThrow(
      new ConfigurationError('AWS would refuse this template, or it would deploy but not work:', [
        `${poolId} (AWS::Cognito::UserPool) fails the check "mfa": MFA is off, but has factors. Set mfa.types to [].`,
      ]),
    );
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  },
);

describe('-c deployed', () => {
  test('compares with the template that is deployed, in whichever form the AWS CLI gave it, in place of the record', async () => {
    const { record, synth } = workshop();
    writeFileSync(record, 'not looked at');
    const first = await workshop().synth();
    await first.done;
    const template = readFileSync(first.file('CognitoGraphqlProd.template.json'), 'utf8');
    const folder = makeFolder();
    mkdirSync(folder, { recursive: true });
    const forms = [template, `{"TemplateBody":${template}}`, JSON.stringify({ TemplateBody: template })];
    for (const text of forms) {
      const deployed = join(folder, 'deployed.json');
      writeFileSync(deployed, text);
      await (await synth({ deployed })).done;
      writeFileSync(deployed, text.replaceAll(poolId, 'Another'));
      await expect((await synth({ deployed })).done).rejects.toThrow(
        /constructs: AWS::Cognito::UserPool Another was .*-c accept=constructs/s,
      );
    }
  });

  test.each([
    ['no file', undefined, 'there is no such file'],
    ['YAML', 'Resources:\n  A: b', 'it is not JSON'],
    ['something else', '{}', 'it has no Resources'],
    ['a broken body', '{"TemplateBody":"Resources:"}', 'its TemplateBody is not JSON'],
  ])('refuses %s', async (_, text, message) => {
    const deployed = join(makeFolder(), 'deployed.json');
    if (text !== undefined) writeFileSync(deployed, text);
    await expect((await workshop().synth({ deployed })).done).rejects.toThrow(message);
  });
});
