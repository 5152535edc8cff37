import { describe, expect, test } from 'vitest';
import { guards } from '../../../infra/guard/guards.ts';
import { harms } from '../../../infra/guard/refuse-harm.ts';
import { planFeatures } from '../../../infra/settings/rules/plan-features.ts';
import type { SettingsInput } from '../../../infra/settings/stage.ts';
import type { Template } from '../../../infra/template/template.ts';
import { deployed, idOf, living, properties, rename, templateOfInput } from './living.ts';

const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';
const api = 'AWS::AppSync::GraphQLApi';
const sessions = 'AWS::Cognito::UserPoolSessionConfigurationAttachment';

/** A stack with what the constructs make only for some stages, as the CDK would write it. */
function complete(): Template {
  const template = templateOfInput(living);
  Object.assign(template.Resources, {
    Sessions: { Type: sessions, Properties: { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 20 } } },
    PoolDomain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'example-prod' } },
    Domain: { Type: 'AWS::AppSync::DomainName', Properties: { DomainName: 'auth.example.com', CertificateArn: 'arn:one' } },
  });
  properties(template, pool)['LambdaConfig'] = {
    ...properties(template, pool)['LambdaConfig'],
    KMSKeyID: 'arn:key/one',
    CustomEmailSender: { LambdaArn: 'arn:mail', LambdaVersion: 'V1_0' },
    CustomSMSSender: { LambdaArn: 'arn:sms', LambdaVersion: 'V1_0' },
    UserMigration: 'arn:migration',
  };
  properties(template, pool)['SmsConfiguration'] = { SnsCallerArn: 'arn:role', ExternalId: 'one' };
  properties(template, pool)['EmailConfiguration'] = { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:identity' };
  properties(template, pool)['Schema'] = [
    { Name: 'email', Required: true, Mutable: true },
    { Name: 'team', AttributeDataType: 'String', Mutable: true },
  ];
  return template;
}

const set = (type: string, path: string, value: unknown) => (template: Template) => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce(
    (at, key) => {
      at[key] ??= {};
      return at[key];
    },
    properties(template, type),
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
};

/** There is another table, which counts questions. */
function accountTable({ Resources }: Template): string {
  const found = Object.entries(Resources).find(
    ([, { Type, Properties }]) => Type === 'AWS::DynamoDB::Table' && JSON.stringify(Properties).includes('"owner"'),
  );
  if (found === undefined) throw new Error('The template has no table of the accounts.');
  return found[0];
}

interface Case {
  readonly guards: string;
  /** What was deployed; by default it is `complete`. */
  readonly before?: (template: Template) => void;
  readonly change: (template: Template) => void;
  readonly setting: string;
  /** Words that the refusal must have. */
  readonly says: RegExp;
}

const schema = (...attributes: object[]) => set(pool, 'Schema', attributes);
const email = { Name: 'email', Required: true, Mutable: true };
const team = { Name: 'team', AttributeDataType: 'String', Mutable: true };

const cases: readonly Case[] = [
  { guards: `${pool} (logical id)`, change: (t) => rename(t, pool), setting: 'constructs', says: /this API would not know them/ },
  {
    guards: `${pool} (logical id)`,
    before: (t) => Object.assign(idOf(t, pool)[1], { DeletionPolicy: 'Delete' }),
    change: (t) => delete t.Resources[idOf(t, pool)[0]],
    setting: 'constructs',
    says: /deleted with all its users/,
  },
  {
    guards: 'AWS::DynamoDB::Table (of the accounts)',
    change: (t) => delete t.Resources[accountTable(t)],
    setting: 'mfa.recoveryCodes',
    says: /open nothing any more/,
  },
  {
    guards: 'AWS::DynamoDB::Table (of the accounts)',
    change: (t) => {
      const id = accountTable(t);
      Object.assign(t.Resources, { [`${id}Moved`]: t.Resources[id] });
      delete t.Resources[id];
    },
    setting: 'constructs',
    says: /logical ids/,
  },
  {
    guards: `${pool}.AliasAttributes`,
    change: set(pool, 'AliasAttributes', ['email', 'phone_number']),
    setting: 'signIn.names',
    says: /userMigration/,
  },
  {
    guards: `${pool}.UsernameAttributes`,
    change: set(pool, 'UsernameAttributes', ['email']),
    setting: 'signIn.names',
    says: /living pool/,
  },
  {
    guards: `${pool}.UsernameConfiguration`,
    change: set(pool, 'UsernameConfiguration.CaseSensitive', true),
    setting: 'signIn.caseSensitive',
    says: /would fail/,
  },
  {
    guards: `${pool}.Schema`,
    change: schema(email, { ...team, Mutable: false }),
    setting: 'signUp.customAttributes.team',
    says: /new name/,
  },
  {
    guards: `${pool}.Schema`,
    change: schema(email),
    setting: 'signUp.customAttributes.team',
    says: /neither changes nor removes/,
  },
  { guards: `${pool}.Schema`, change: schema(team), setting: 'signUp.requiredAttributes', says: /preSignUp/ },
  {
    guards: `${pool}.Schema`,
    change: schema(email, team, { Name: 'birthdate', Required: true, Mutable: true }),
    setting: 'signUp.requiredAttributes',
    says: /attribute birthdate was absent/,
  },
  {
    guards: `${pool}.WebAuthnRelyingPartyID`,
    change: set(pool, 'WebAuthnRelyingPartyID', 'example.org'),
    setting: 'signIn.passkeys.relyingParty',
    says: /passkey/,
  },
  {
    guards: `${pool}.LambdaConfig.KMSKeyID`,
    change: set(pool, 'LambdaConfig.KMSKeyID', 'arn:key/two'),
    setting: 'messages.senderKeyArn',
    says: /encrypted under the former key/,
  },
  {
    guards: `${pool}.UserPoolTier`,
    change: (t) => {
      set(pool, 'UserPoolTier', 'LITE')(t);
      set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'])(t);
    },
    setting: 'signIn.plan',
    says: /Deploy without signIn\.flows USER_AUTH, signIn\.firstFactors WEB_AUTHN, tokens\.sessions first/,
  },
  {
    guards: `${pool}.UserPoolTier`,
    before: (t) => {
      set(pool, 'UserPoolTier', 'PLUS')(t);
      set(pool, 'UserPoolAddOns.AdvancedSecurityMode', 'ENFORCED')(t);
    },
    change: (t) => {
      set(pool, 'UserPoolTier', 'ESSENTIALS')(t);
      set(pool, 'UserPoolAddOns', undefined)(t);
    },
    setting: 'signIn.plan',
    says: /protection\.threatProtection/,
  },
  {
    guards: `${pool}.MfaConfiguration`,
    before: (t) => {
      set(pool, 'MfaConfiguration', 'ON')(t);
      set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'])(t);
    },
    change: set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'WEB_AUTHN']),
    setting: 'signIn.firstFactors',
    says: /mfa\.mode OPTIONAL first/,
  },
  {
    guards: `${pool}.DeletionPolicy`,
    change: (t) => Object.assign(idOf(t, pool)[1], { DeletionPolicy: 'Delete' }),
    setting: 'retention.keepData',
    says: /deletes the pool with all its users/,
  },
  {
    guards: `${pool}.SmsConfiguration`,
    change: set(pool, 'SmsConfiguration', undefined),
    setting: 'messages.sms',
    says: /cannot sign in\. Let these users/,
  },
  {
    guards: `${pool}.EmailConfiguration.EmailSendingAccount`,
    change: set(pool, 'EmailConfiguration', undefined),
    setting: 'messages.ses',
    says: /50 a day/,
  },
  {
    guards: `${pool}.LambdaConfig.CustomEmailSender`,
    change: set(pool, 'LambdaConfig.CustomEmailSender', undefined),
    setting: 'triggers.customEmailSender',
    says: /send by itself again/,
  },
  {
    guards: `${pool}.LambdaConfig.CustomSMSSender`,
    change: set(pool, 'LambdaConfig.CustomSMSSender', undefined),
    setting: 'triggers.customSmsSender',
    says: /send by itself again/,
  },
  {
    guards: `${pool}.LambdaConfig.UserMigration`,
    change: set(pool, 'LambdaConfig.UserMigration', undefined),
    setting: 'triggers.userMigration',
    says: /cannot be brought over/,
  },
  {
    guards: `${pool}.IssuerConfiguration`,
    change: set(pool, 'IssuerConfiguration', { Type: 'UPDATED' }),
    setting: 'constructs',
    says: /another issuer/,
  },
  {
    guards: 'AWS::Lambda::Function.Environment.Variables.TOTP_ISSUER',
    change: (t) => {
      for (const { Type, Properties } of Object.values(t.Resources)) {
        const variables = Properties?.['Environment']?.['Variables'] ?? {};
        if (Type === 'AWS::Lambda::Function' && 'TOTP_ISSUER' in variables) variables['TOTP_ISSUER'] = 'Other';
      }
    },
    setting: 'mfa.issuer',
    says: /"Living" and would be "Other"/,
  },
  {
    guards: 'AWS::SecretsManager::Secret (vanishing)',
    change: (t) => {
      delete t.Resources[idOf(t, 'AWS::SecretsManager::Secret')[0]];
      const [gpt] = Object.values(t.Resources).filter(({ Properties }) => Properties?.['Name'] === 'gpt');
      if (gpt?.Properties) gpt.Properties['Name'] = 'notEnabled';
    },
    setting: 'gpt',
    says: /gets a new and empty one\. Note the ARN/,
  },
  {
    guards: 'AWS::AppSync::DomainName (vanishing)',
    change: (t) => delete t.Resources[idOf(t, 'AWS::AppSync::DomainName')[0]],
    setting: 'domain',
    says: /host name stops at once/,
  },
  {
    guards: `${sessions} (vanishing)`,
    change: (t) => delete t.Resources[idOf(t, sessions)[0]],
    setting: 'tokens.sessions',
    says: /nobody can see or end one of them/,
  },
  {
    guards: `${sessions}.TokenSession.MaxPerUser`,
    change: set(sessions, 'TokenSession.MaxPerUser', 3),
    setting: 'tokens.sessions.maxPerUser',
    says: /used least recently/,
  },
  {
    guards: 'AWS::Cognito::UserPoolDomain (vanishing)',
    change: (t) => delete t.Resources[idOf(t, 'AWS::Cognito::UserPoolDomain')[0]],
    setting: 'messages.linkDomainPrefix',
    says: /would lead nowhere/,
  },
  { guards: `${client} (logical id)`, change: (t) => rename(t, client), setting: 'constructs', says: /every session would end/ },
  {
    guards: `${client}.GenerateSecret`,
    change: set(client, 'GenerateSecret', true),
    setting: 'signIn.clientSecret',
    says: /every session would end/,
  },
  {
    guards: 'AWS::Cognito::UserPoolDomain.Domain',
    change: set('AWS::Cognito::UserPoolDomain', 'Domain', 'example-new'),
    setting: 'messages.linkDomainPrefix',
    says: /null .* first/,
  },
  {
    guards: 'AWS::Cognito::UserPoolDomain (logical id of a name)',
    change: (t) => rename(t, 'AWS::Cognito::UserPoolDomain'),
    setting: 'constructs',
    says: /prefix is taken/,
  },
  { guards: `${api} (logical id)`, change: (t) => rename(t, api), setting: 'constructs', says: /URL and key/ },
  { guards: `${api}.Visibility`, change: set(api, 'Visibility', 'PRIVATE'), setting: 'constructs', says: /was absent/ },
  { guards: `${api}.ApiType`, change: set(api, 'ApiType', 'MERGED'), setting: 'constructs', says: /replaces the API/ },
  {
    guards: 'AWS::AppSync::ApiKey (logical ids)',
    change: (t) => rename(t, 'AWS::AppSync::ApiKey'),
    setting: 'api.keys',
    says: /in front of the old one/,
  },
  {
    guards: 'AWS::AppSync::ApiKey (logical ids)',
    change: (t) => delete t.Resources[idOf(t, 'AWS::AppSync::ApiKey')[0]],
    setting: 'api.keys',
    says: /would be \[\]/,
  },
  {
    guards: 'AWS::AppSync::Resolver (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::Resolver'),
    setting: 'constructs',
    says: /Query\.authConfig .* AlreadyExists/,
  },
  {
    guards: 'AWS::AppSync::DataSource (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::DataSource'),
    setting: 'constructs',
    says: /name is taken/,
  },
  {
    guards: 'AWS::AppSync::DomainName.DomainName',
    change: set('AWS::AppSync::DomainName', 'DomainName', 'login.example.com'),
    setting: 'domain.name',
    says: /domain null/,
  },
  {
    guards: 'AWS::AppSync::DomainName.CertificateArn',
    change: set('AWS::AppSync::DomainName', 'CertificateArn', 'arn:two'),
    setting: 'domain.certificateArn',
    says: /ACM renew/,
  },
  {
    guards: 'AWS::AppSync::DomainName (logical id of a name)',
    change: (t) => rename(t, 'AWS::AppSync::DomainName'),
    setting: 'constructs',
    says: /name is taken/,
  },
];

const describeHarm = ({ setting, what, was, becomes, loses, instead }: ReturnType<typeof harms>[number]) => ({
  setting,
  text: `${what} was ${was === undefined ? 'absent' : JSON.stringify(was)} and would be ${JSON.stringify(becomes)}. ${loses} ${instead}`,
});

describe('a change that would fail or lose something is found, and nothing else with it', () => {
  test.each(cases.map((one, at) => ({ at, ...one })))(
    '$guards ($at): $setting',
    ({ before, change, setting, says, guards: row }) => {
      const old = complete();
      before?.(old);
      const next = structuredClone(old);
      change(next);
      const found = harms(deployed(old), deployed(next)).map(describeHarm);
      expect(found).toEqual([{ setting, text: expect.stringMatching(says) }]);
      const finders = guards.filter(({ find }) => find(deployed(old), deployed(next)).length > 0);
      expect(finders.map((guard) => guard.guards)).toEqual([row]);
    },
  );

  test.each([
    ['stackName', 'naming.stackName'],
    ['region', 'naming.region'],
    ['account', 'naming.account'],
  ] as const)('stack (%s): %s', (key, setting) => {
    const template = complete();
    const [harm, ...others] = harms(deployed(template), deployed(template, { [key]: 'other' }));
    expect([harm?.setting, others]).toEqual([setting, []]);
    expect(harms(deployed(template), deployed(template, { [key]: null }))).toEqual([]);
  });

  test('each row of the table has its case here', () => {
    const tested = new Set([...cases.map((one) => one.guards), 'stack (stackName)', 'stack (region)', 'stack (account)']);
    expect(guards.map((guard) => guard.guards)).toEqual(expect.arrayContaining([...tested]));
    expect(guards.map((guard) => guard.guards).filter((row) => !tested.has(row))).toEqual([]);
  });
});

describe('a setting that no living stack can take is named', () => {
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

/** What may be changed on a living stack, one at a time. */
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
  {
    messages: {
      verifyBy: 'LINK',
      linkDomainPrefix: 'example-prod',
      texts: { verification: { email: '{##Confirm your address##}' } },
    },
  },
  { tokens: { accessMinutes: 60, idMinutes: 60, refreshDays: 7, challengeMinutes: 5 } },
  { tokens: { rotation: { graceSeconds: 10 } } },
  { tokens: { sessions: {} } },
  { api: { depthLimit: 10, resolverLimit: 2, introspection: false, keyMonths: 3 } },
  { api: { keys: ['Web', 'Public'] } },
  { functions: { memoryMb: 512, logLevel: 'WARN', sourceMaps: true } },
  { gpt: { model: 'gpt-5', models: ['*'], requestsPerDay: null } },
  { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } },
  { protection: { webAcl: {} } },
  { monitoring: { alarms: { emails: ['ops@example.com'] }, dashboard: true } },
];

describe('what a stage has besides may not go', () => {
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

describe('a smaller plan', () => {
  /** Each feature, as a template shows it. */
  const shown: Readonly<Record<string, readonly [type: string, path: string, value: unknown]>> = {
    'signIn.flows USER_AUTH': [client, 'ExplicitAuthFlows', ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH']],
    'signIn.firstFactors EMAIL_OTP': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'EMAIL_OTP']],
    'signIn.firstFactors SMS_OTP': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'SMS_OTP']],
    'signIn.firstFactors WEB_AUTHN': [pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'WEB_AUTHN']],
    'signIn.passkeys under mfa.mode ON': [pool, 'WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
    'mfa.types EMAIL_OTP': [pool, 'EnabledMfas', ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']],
    'passwords.historySize': [pool, 'Policies.PasswordPolicy.PasswordHistorySize', 3],
    'triggers.preTokenGeneration.version V2_0': [pool, 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion', 'V3_0'],
    'tokens.rotation': [client, 'RefreshTokenRotation.Feature', 'ENABLED'],
    'tokens.sessions': ['AWS::Cognito::UserPoolSessionConfigurationAttachment', 'UserSessionTracking', 'ENABLED'],
    'names of ACR levels (constructs)': [pool, 'AcrConfiguration', {}],
    'managed login (constructs)': ['AWS::Cognito::UserPoolDomain', 'ManagedLoginVersion', 2],
    'protection.threatProtection': [pool, 'UserPoolAddOns.AdvancedSecurityMode', 'AUDIT'],
    'logs of user authentication events (constructs)': [
      'AWS::Cognito::LogDeliveryConfiguration',
      'LogConfigurations',
      [{ EventSource: 'userAuthEvents' }],
    ],
  };
  /** Without anything that a plan lacks. */
  const plain = { ...living, signIn: {} };

  test('has a case here for each feature of the table', () => {
    expect(Object.keys(shown).toSorted()).toEqual(planFeatures.map(({ name }) => name).toSorted());
  });

  test.each(planFeatures)('is refused while the living pool has $name', ({ name, plan }) => {
    const [type, path, value] = shown[name] ?? ['', '', null];
    const old = templateOfInput(plain);
    if (!Object.values(old.Resources).some(({ Type }) => Type === type)) old.Resources['Added'] = { Type: type, Properties: {} };
    set(type, path, value)(old);
    set(pool, 'UserPoolTier', 'PLUS')(old);
    const smaller = { ESSENTIALS: 'LITE', PLUS: 'ESSENTIALS', LITE: '' }[plan];
    const next = structuredClone(old);
    set(pool, 'UserPoolTier', smaller)(next);
    const [harm, ...others] = harms(deployed(old), deployed(next));
    expect([harm?.setting, others]).toEqual(['signIn.plan', []]);
    expect(harm?.instead).toBe(`Deploy without ${name} first, with the plan as it is; then the plan.`);
    // The plan that has it is no smaller one to it.
    set(pool, 'UserPoolTier', plan)(next);
    expect(harms(deployed(old), deployed(next))).toEqual([]);
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

describe('a setting that may be changed on a living stack passes', () => {
  const before = deployed(templateOfInput(living));
  test.each(mutable.map((change) => [JSON.stringify(change), change] as const))('%s', (_, change) => {
    expect(harms(before, deployed(templateOfInput({ ...living, ...change })))).toEqual([]);
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

  test('one of two keys may go, and a smaller plan comes once its features are off', () => {
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
