import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundleLambdas } from '../../../../infra/code/bundle.ts';
import { stages } from '../../../../infra/config.ts';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../../infra/settings/stage.ts';
import { triggersOf } from '../../../../infra/settings/stage-triggers.ts';
import { type TriggerInputs, type TriggerKey, triggerKeys } from '../../../../infra/settings/users/triggers.ts';
import { named, only, resources, statements, type Template } from '../../../../infra/template/template.ts';
import { allProblems } from '../../../support/infra/findings.ts';
import { poolSettings, poolTemplate } from '../../../support/infra/pool-stages.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
function templateWith(triggers: TriggerInputs): Template {
  const { dev } = stages;
  const flows = [...dev.signIn.flows, ...(triggers.defineAuthChallenge ? (['CUSTOM_AUTH'] as const) : [])];
  // A stage that sends text messages must have MFA by text message; other stages cannot send them.
  const sms: Partial<SettingsInput> | null | undefined = triggers.customSmsSender && {
    messages: { sms: {} },
    mfa: { types: ['SMS_MFA'] },
  };
  return poolTemplate(parseSettings({ ...dev, signIn: { ...dev.signIn, flows }, triggers, ...sms }));
}

const own = { entry: 'triggers/own.ts' };
/** A stage with federation has the other one, and none of its own of the kind PreSignUp. */
const keys = triggerKeys.filter((key) => key !== 'inboundFederation');
const all = templateWith({
  ...Object.fromEntries(keys.map((key) => [key, own])),
  preSignUp: {
    ...own,
    environment: { DOMAIN: 'example.com' },
    rights: [{ actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-central-1:123456789012:table/people'] }],
    poolActions: ['cognito-idp:ListUsers'],
  },
});
const name = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
/** What LambdaConfig calls it. */
const configName = (key: string) => name(key).replace('CustomSms', 'CustomSMS');
const senders: readonly TriggerKey[] = ['customEmailSender', 'customSmsSender'];
const keyArn = { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersSenderKey/), 'Arn'] };

describe('the triggers of a stage', () => {
  test('exist only if they are set', () => {
    expect(only(templateWith({}), 'AWS::Cognito::UserPool').Properties).not.toHaveProperty('LambdaConfig');
  });

  test('are what Cognito calls, each a function of its own', () => {
    const config = only(all, 'AWS::Cognito::UserPool').Properties['LambdaConfig'];
    const arn = (key: string) => ({ 'Fn::GetAtt': [expect.stringMatching(`^AuthTriggers${name(key)}Handler`), 'Arn'] });
    const configured = (key: TriggerKey) => (senders.includes(key) ? { LambdaArn: arn(key), LambdaVersion: 'V1_0' } : arn(key));
    const { PreTokenGeneration: _, ...others } = Object.fromEntries(keys.map((key) => [configName(key), configured(key)]));
    expect(config).toEqual({
      ...others,
      PreTokenGenerationConfig: { LambdaArn: arn('preTokenGeneration'), LambdaVersion: 'V1_0' },
      KMSKeyID: keyArn,
    });
  });

  test.each(keys)('%s may be called by this pool and nobody else', (key) => {
    const found = resources(all, 'AWS::Lambda::Permission').filter(([, { Properties }]) =>
      JSON.stringify(Properties['FunctionName']).includes(`AuthTriggers${name(key)}Handler`),
    );
    const [[, { Properties: permission }] = ['', { Properties: {} }]] = found;
    expect(found).toHaveLength(1);
    expect(permission).toEqual({
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [expect.stringMatching(`^AuthTriggers${name(key)}Handler`), 'Arn'] },
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersPool/), 'Arn'] },
    });
  });

  test.each(keys)('%s ends when Cognito stops waiting, and is told nothing but what the stage says', (key) => {
    const { Properties } = named(all, 'AWS::Lambda::Function', `AuthTriggers${name(key)}Handler`);
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Timeout: 5, Handler: 'index.handler' });
    const variables = key === 'preSignUp' ? { DOMAIN: 'example.com' } : senders.includes(key) ? { KEY_ARN: keyArn } : undefined;
    expect(Properties['Environment']?.Variables).toEqual(variables);
  });

  test('write their own logs and may do what the stage says, in the pool by a policy that waits for the pool', () => {
    const rights = statements(all).filter(({ owner }) => owner.startsWith('AuthTriggersPreSignUp'));
    expect(rights.map(({ actions, resource }) => [actions.join(), resource])).toEqual(
      expect.arrayContaining([
        ['logs:CreateLogStream,logs:PutLogEvents', { 'Fn::GetAtt': [expect.stringMatching(/^AuthTriggersPreSignUpLog/), 'Arn'] }],
        ['xray:PutTelemetryRecords,xray:PutTraceSegments', '*'],
        ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-central-1:123456789012:table/people'],
        ['cognito-idp:ListUsers', { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersPool/), 'Arn'] }],
      ]),
    );
    expect(rights).toHaveLength(4);
    expect(statements(all).filter(({ owner }) => owner.startsWith('AuthTriggersPostConfirmation'))).toHaveLength(2);
  });

  test('that send read their codes under one key, and under no other', () => {
    const decrypting = statements(all).filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
    expect(decrypting).toEqual(
      senders.map((key) => ({
        owner: expect.stringMatching(`^AuthTriggers${name(key)}RoleDefaultPolicy`),
        actions: ['kms:Decrypt'],
        resource: keyArn,
      })),
    );
    const arn = 'arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555';
    const given = poolTemplate(poolSettings('a sender under a key that is there'));
    expect(resources(given, 'AWS::KMS::Key')).toEqual([]);
    expect(statements(given).filter(({ actions }) => actions.includes('kms:Decrypt'))).toEqual([
      { owner: expect.anything(), actions: ['kms:Decrypt'], resource: arn },
    ]);
    expect(named(given, 'AWS::Lambda::Function', 'AuthTriggersCustomEmailSender').Properties['Environment']).toEqual({
      Variables: { KEY_ARN: arn },
    });
  });

  test('need no dependency cycle and pass the deployment rules', () => {
    // `fromStack` above has refused cycles already.
    expect(allProblems(all)).toEqual([]);
  });

  test('version 2 of PreTokenGeneration is asked for by name', () => {
    const template = templateWith({ preTokenGeneration: { ...own, version: 'V2_0' } });
    expect(only(template, 'AWS::Cognito::UserPool').Properties['LambdaConfig'].PreTokenGenerationConfig).toMatchObject({
      LambdaVersion: 'V2_0',
    });
  });

  test('leave every resource of the stage without them as it was', () => {
    const without = templateWith({});
    const ids = resources(all, 'AWS::Lambda::Function').map(([id]) => id);
    for (const [id] of resources(without, 'AWS::Lambda::Function')) expect(ids).toContain(id);
  });
});

describe('the triggers of signIn.passwordless', () => {
  const passwordless = {
    sender: 'login@example.com',
    identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.com',
  };
  const settings = parseSettings({ ...stages.dev, mfa: { mode: 'OFF', types: [] }, signIn: { passwordless } });
  const template = poolTemplate(settings);

  test('are one line of a stage, which allows the flow', () => {
    expect(only(template, 'AWS::Cognito::UserPoolClient').Properties['ExplicitAuthFlows']).toContain('ALLOW_CUSTOM_AUTH');
    expect(Object.keys(only(template, 'AWS::Cognito::UserPool').Properties['LambdaConfig']).toSorted()).toEqual([
      'CreateAuthChallenge',
      'DefineAuthChallenge',
      'VerifyAuthChallengeResponse',
    ]);
    expect(allProblems(template)).toEqual([]);
  });

  test('let one function send mail, from one identity, and count it in the one table, and have no other right', () => {
    const rights = statements(template).filter(
      ({ owner, actions }) => owner.startsWith('AuthTriggers') && !actions.some((action) => /^(logs|xray):/.test(action)),
    );
    const owner = expect.stringMatching(/^AuthTriggersCreateAuthChallenge/);
    expect(rights).toEqual([
      { owner, actions: ['ses:SendEmail'], resource: passwordless.identityArn },
      {
        owner,
        actions: ['dynamodb:UpdateItem'],
        resource: { 'Fn::GetAtt': [expect.stringMatching(/^AuthAccountTable/), 'Arn'] },
      },
    ]);
    const environments = resources(template, 'AWS::Lambda::Function')
      .filter(([id]) => id.startsWith('AuthTriggers'))
      .map(([id, { Properties }]) => [id, Properties['Environment']?.Variables.MESSAGE_LIMITS !== undefined]);
    expect(environments.filter(([, counts]) => counts)).toEqual([[owner, true]]);
  });

  const entries = [...triggersOf(settings).map(({ entry }) => entry), 'examples/triggers/custom-sender/email-sender.lambda.ts'];
  test.each(entries)('%s is bundled whole, without a path of this machine', async (entry) => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await bundleLambdas([{ entry: join(project, entry), folder: join(folder, 'out') }]);
    const bundled = readFileSync(join(folder, 'out', 'index.js'), 'utf8');
    expect(bundled).not.toContain(project);
    expect(bundled.length).toBeLessThan(1_000_000);
  });
});
