import { describe, expect, test } from 'vitest';
import { harms } from '../../../infra/guard/refuse-harm.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import { client, complete, pool, sessions, set } from './complete.ts';
import { deployed, idOf, living, templateOfInput } from './living.ts';

describe('names a setting that no existing stack can change', () => {
  test.each<[string, SettingsInput]>([
    ['signIn.names', { ...living, signIn: { ...living.signIn, names: ['USERNAME'] } }],
    ['signUp.requiredAttributes', { ...living, signUp: { ...living.signUp, requiredAttributes: ['email', 'given_name'] } }],
    ['signUp.requiredAttributes', { ...living, signUp: { ...living.signUp, requiredAttributes: [] } }],
    ['signIn.passkeys.relyingParty', { ...living, signIn: { ...living.signIn, passkeys: { relyingParty: 'example.org' } } }],
    ['signIn.caseSensitive', { ...living, signIn: { ...living.signIn, caseSensitive: true } }],
    ['signIn.clientSecret', { ...living, signIn: { ...living.signIn, clientSecret: true } }],
    ['api.keys', { ...living, api: { keys: ['Web'] } }],
    ['signUp.customAttributes.team', { ...living, signUp: { ...living.signUp, customAttributes: { team: { type: 'Number' } } } }],
    ['signUp.customAttributes.team', { ...living, signUp: { ...living.signUp, customAttributes: {} } }],
    ['retention.keepData', { ...living, retention: { keepData: false, deletionProtection: false } }],
    ['mfa.issuer', { ...living, mfa: { issuer: 'Example' } }],
    ['gpt', { ...living, gpt: null }],
  ])('%s', (setting, written) => {
    const found = harms(deployed(templateOfInput(living)), deployed(templateOfInput(written)));
    expect(found.map((harm) => harm.setting)).toEqual([setting]);
  });
});

describe('refuses to remove what a stage has in addition', () => {
  const own = { entry: 'triggers/own.ts' };
  const ses = { from: 'auth@example.com' };
  test.each<[string[], Partial<SettingsInput>, Partial<SettingsInput>]>([
    [['messages.sms'], { messages: { sms: {} }, mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] } }, { mfa: {} }],
    [['messages.ses'], { messages: { ses } }, {}],
    [['triggers.customEmailSender'], { triggers: { customEmailSender: own } }, {}],
    [['triggers.userMigration'], { triggers: { userMigration: own } }, {}],
    [[], {}, { triggers: { userMigration: own }, messages: { ses } }],
    [[], { messages: { ses } }, { messages: { ses: { from: 'login@example.com' } } }],
    [[], { retention: { keepData: false, deletionProtection: false } }, {}],
  ])('%j', (settings, before, after) => {
    const found = harms(deployed(templateOfInput({ ...living, ...before })), deployed(templateOfInput({ ...living, ...after })));
    expect(found.map((harm) => harm.setting)).toEqual(settings);
  });
});

describe('the own host name', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';
  const own = { ...living, domain: { name: 'auth.example.com', certificateArn } };
  test.each<[readonly string[], SettingsInput['domain']]>([
    [['domain.name'], { name: 'login.example.com', certificateArn }],
    [['domain.certificateArn'], { name: 'auth.example.com', certificateArn: certificateArn.replace('one', 'two') }],
    [['domain'], null],
  ])('%j', (settings, domain) => {
    const found = harms(deployed(templateOfInput(own)), deployed(templateOfInput({ ...own, domain })));
    expect(found.map((harm) => harm.setting)).toEqual(settings);
  });
});

/** Settings that may be changed on an existing stack, one at a time. */
const mutable: readonly Omit<SettingsInput, 'naming'>[] = [
  { retention: { deletionProtection: false } },
  { retention: { terminationProtection: false } },
  { retention: { logDays: 7 } },
  { passwords: { minimumLength: 16, requireSymbols: false, historySize: 5, temporaryPasswordValidityDays: 1 } },
  { signUp: { ...living.signUp, modes: ['TEMPORARY_PASSWORD', 'INVITATION'] } },
  { signUp: { ...living.signUp, emailDomains: ['example.com'] } },
  { signUp: { ...living.signUp, writableAttributes: ['email', 'name'] } },
  { signUp: { ...living.signUp, customAttributes: { team: {}, level: { type: 'Number', minimum: 1 } } } },
  { signIn: { ...living.signIn, flows: ['USER_SRP_AUTH', 'USER_AUTH'] } },
  { signIn: { ...living.signIn, firstFactors: ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'] } },
  { signIn: { ...living.signIn, firstFactors: ['PASSWORD'], passkeys: null } },
  { signIn: { ...living.signIn, passkeys: { relyingParty: 'example.com', userVerification: 'required' } } },
  { signIn: { ...living.signIn, rememberDevices: 'ALWAYS' } },
  { signIn: { ...living.signIn, recovery: [] } },
  { mfa: { mode: 'OFF', types: [] } },
  { mfa: { issuer: 'Living' } },
  { messages: { ses: { from: 'auth@example.com' } } },
  { messages: { ses: { from: 'auth@example.com', region: 'eu-west-1' } } },
  { messages: { texts: { verification: { subject: 'Hello' } } } },
  { tokens: { accessMinutes: 60, idMinutes: 60, refreshDays: 7, challengeMinutes: 5 } },
  { tokens: { rotation: { graceSeconds: 10 } } },
  { tokens: { sessions: {} } },
  { api: { depthLimit: 10, resolverLimit: 2, introspection: false, keyMonths: 3 } },
  { api: { keys: ['Web', 'Public'] } },
  { functions: { memoryMb: 512, logLevel: 'WARN', sourceMaps: true } },
  { gpt: { model: 'gpt-5', models: ['gpt-5-nano'], requestsPerDay: null, totalRequestsPerDay: null } },
  { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } },
  { protection: { webAcl: {} } },
  { monitoring: { alarms: { emails: ['ops@example.com'] }, dashboard: true } },
];

describe('accepts a setting that may be changed on an existing stack', { tags: ['exhaustive'] }, () => {
  const before = deployed(templateOfInput(living));
  test.each(mutable.map((change) => [JSON.stringify(change), change] as const))('%s', (_, change) => {
    expect(harms(before, deployed(templateOfInput({ ...living, ...change })))).toEqual([]);
  });

  test('so do links in place of codes, where the client has a secret', () => {
    const signIn = { ...living.signIn, clientSecret: true };
    const messages: SettingsInput['messages'] = {
      verifyBy: 'LINK',
      linkDomainPrefix: 'example-prod',
      texts: { verification: { email: '{##Confirm your address##}' } },
    };
    const [codes, links] = [
      { ...living, signIn },
      { ...living, signIn, messages },
    ];
    expect(harms(deployed(templateOfInput(codes)), deployed(templateOfInput(links)))).toEqual([]);
  });

  test('so do a new tag, and another order of names', () => {
    const tagged = { ...living, naming: { ...living.naming, tags: { team: 'auth' } } };
    expect(harms(before, deployed(templateOfInput(tagged)))).toEqual([]);
    const one = complete();
    set(pool, 'AliasAttributes', ['email', 'phone_number'])(one);
    const other = structuredClone(one);
    set(pool, 'AliasAttributes', ['phone_number', 'email'])(other);
    expect(harms(deployed(one), deployed(other))).toEqual([]);
  });

  test('so does a larger plan', () => {
    const secret = { ...living, signIn: { ...living.signIn, clientSecret: true } };
    const plus = {
      ...secret,
      signIn: { ...secret.signIn, plan: 'PLUS' },
      protection: { threatProtection: 'AUDIT' },
    } satisfies SettingsInput;
    expect(harms(deployed(templateOfInput(secret)), deployed(templateOfInput(plus)))).toEqual([]);
  });

  test('one of two keys may be removed, and a lower plan is accepted once its features are off', () => {
    const two = complete();
    two.Resources['Second'] = { Type: 'AWS::AppSync::ApiKey', Properties: {} };
    expect(harms(deployed(two), deployed(complete()))).toEqual([]);
    const plain = complete();
    delete plain.Resources[idOf(plain, sessions)[0]];
    set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'])(plain);
    set(client, 'ExplicitAuthFlows', ['ALLOW_USER_SRP_AUTH'])(plain);
    const lite = structuredClone(plain);
    set(pool, 'UserPoolTier', 'LITE')(lite);
    expect(harms(deployed(plain), deployed(lite))).toEqual([]);
    const more = complete();
    set(sessions, 'TokenSession.MaxPerUser', 50)(more);
    expect(harms(deployed(complete()), deployed(more))).toEqual([]);
  });

  test('so does a resolver that goes, and a domain that comes', () => {
    const without = (type: string) => {
      const template = complete();
      delete template.Resources[idOf(template, type)[0]];
      return template;
    };
    expect(harms(deployed(complete()), deployed(without('AWS::AppSync::Resolver')))).toEqual([]);
    for (const type of ['AWS::Cognito::UserPoolDomain', 'AWS::AppSync::DomainName', 'AWS::AppSync::Resolver']) {
      expect(harms(deployed(without(type)), deployed(complete()))).toEqual([]);
    }
  });
});
