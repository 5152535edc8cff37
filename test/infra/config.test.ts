import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { ConfigurationError } from '../../infra/errors/configuration-error.ts';
import { type SettingsInput, stageSchema } from '../../infra/settings/stage.ts';
import { stageSettings } from '../../infra/stage-settings.ts';

/** What no type would let through, as a file without types might hold it. */
const untyped = (written: Record<string, unknown>) =>
  stageSettings({ stage: 'test' }, { test: { naming: { stackName: 'Test' }, ...written } });

describe('stages', () => {
  test.each(Object.keys(stages))('%s is a configuration, also on the laptop', (stage) => {
    expect(() => stageSettings({ stage })).not.toThrow();
    expect(() => stageSettings({ stage, local: true })).not.toThrow();
  });

  test('have stacks of different names', () => {
    const names = Object.keys(stages).map((stage) => stageSettings({ stage }).naming.stackName);
    expect(new Set(names).size).toBe(names.length);
  });

  test('an unknown one is refused, with those there are', () => {
    expect(() => stageSettings({ stage: 'production' })).toThrow(
      new ConfigurationError('There is no stage "production" in infra/config.ts; it has dev, prod.'),
    );
  });

  test('two of one stack are refused: the one would be deployed over the other', () => {
    const prod = { naming: { stackName: 'Shop' } };
    expect(() => stageSettings({ stage: 'staging' }, { prod, staging: { ...prod, gpt: null } })).toThrow(
      new ConfigurationError('Stage "staging" in infra/config.ts is no configuration:', [
        'naming.stackName must be another than that of stage "prod", or naming.region or naming.account: one would be deployed over the other; it is "Shop".',
      ]),
    );
  });

  test('one name in two Regions, or in two accounts, is two stacks', () => {
    const stage = (place: object) => ({ naming: { stackName: 'Shop', region: 'eu-central-1', ...place } });
    const known = { here: stage({}), there: stage({ region: 'us-east-1' }) };
    const accounts = { mine: stage({ account: '111111111111' }), theirs: stage({ account: '222222222222' }) };
    expect(() => stageSettings({ stage: 'here' }, known)).not.toThrow();
    expect(() => stageSettings({ stage: 'mine' }, accounts)).not.toThrow();
  });

  test('a name from the prototype is unknown', () => {
    expect(() => stageSettings({ stage: 'constructor' })).toThrow('There is no stage "constructor"');
  });
});

describe('log retention', () => {
  test('may be what CloudWatch Logs knows, and nothing else', () => {
    const known = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days !== RetentionDays.INFINITE);
    expect([...stageSchema.shape.retention.unwrap().shape.logDays.unwrap().values].toSorted()).toEqual(known.toSorted());
  });
});

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/x';
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:oncall';
const naming = { stackName: 'Test' };
const watching: [string, Record<string, unknown>][] = [
  [
    'monitoring.alarms.topicArn must be an ARN of an SNS topic; it is "oncall".',
    { monitoring: { alarms: { topicArn: 'oncall' } } },
  ],
  [
    'monitoring.alarms.emails must be empty where monitoring.alarms.topicArn names a topic',
    { monitoring: { alarms: { topicArn, emails: ['ops@example.com'] } } },
  ],
  [
    'monitoring.alarms.emails must hold each address once',
    { monitoring: { alarms: { emails: ['ops@example.com', 'Ops@example.com'] } } },
  ],
  [
    'monitoring.alarms.topicArn must be a topic in the Region of the stack',
    { naming: { ...naming, region: 'eu-central-1' }, monitoring: { alarms: { topicArn } } },
  ],
  [
    'monitoring.alarms.emails must hold at least one address where monitoring.alarms.topicArn is null: the alarms would tell nobody; it is [].',
    { monitoring: { alarms: {} } },
  ],
  [
    'functions.logLevel must be INFO or DEBUG where',
    { monitoring: { alarms: { emails: ['ops@example.com'] } }, functions: { logLevel: 'WARN' } },
  ],
  [
    'functions.reservedConcurrency.gpt must be null where gpt is: there is no such function; it is 2.',
    { gpt: null, functions: { reservedConcurrency: { gpt: 2 } } },
  ],
  ['functions.reservedConcurrency.user must be at least 1; it is 0.', { functions: { reservedConcurrency: { user: 0 } } }],
  ['functions.logLevel must be INFO or DEBUG where', { monitoring: { dashboard: true }, functions: { logLevel: 'ERROR' } }],
  [
    'protection.webAcl.publicRequestsPerFiveMinutes must be at most protection.webAcl.requestsPerFiveMinutes',
    { protection: { webAcl: { requestsPerFiveMinutes: 50 } } },
  ],
  [
    'protection.webAcl.requestsPerFiveMinutes must be at least 10; it is 9.',
    { protection: { webAcl: { requestsPerFiveMinutes: 9 } } },
  ],
  ['naming.tags must have keys that each be a name of a tag', { naming: { ...naming, tags: { 'aws:stage': 'x' } } }],
  [
    'naming.tags must hold at most 50, which is all that AWS takes',
    { naming: { ...naming, tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, 'x'])) } },
  ],
  [
    'naming.tags must hold each name once, whatever its case, which IAM does not tell apart; it is {"Stage":"a","stage":"b"}.',
    { naming: { ...naming, tags: { Stage: 'a', stage: 'b' } } },
  ],
  [
    'messages.senderKeyArn must be a key in the Region of the stack, naming.region',
    {
      naming: { ...naming, region: 'eu-central-1' },
      messages: { senderKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/x' },
      triggers: { customEmailSender: { entry: 'triggers/own.ts' } },
    },
  ],
  ...(
    [
      ['eu-central-1', 'eu-north-1', 'eu-central-1, us-east-1, us-west-2, eu-west-1'],
      ['us-west-1', 'us-east-1', 'us-west-1'],
      ['eu-west-3', 'eu-west-1', 'eu-west-3'],
    ] as const
  ).map(([here, region, allowed]): [string, SettingsInput] => [
    `messages.ses.region must be ${allowed}: a user pool in naming.region, ${here}, sends by SES in no other Region; it is "${region}".`,
    { naming: { ...naming, region: here }, messages: { ses: { from: 'no-reply@example.com', region } } },
  ]),
  ...(
    [
      ['ap-northeast-2', 'ap-northeast-2', 'ap-northeast-1'],
      ['eu-central-1', 'us-east-1', 'eu-central-1 or eu-west-1'],
      ['sa-east-1', 'us-east-1', 'sa-east-1'],
    ] as const
  ).map(([here, region, allowed]): [string, SettingsInput] => [
    `messages.sms.region must be ${allowed}, or null: a user pool in naming.region, ${here}, sends text messages by SNS in no other Region; it is "${region}".`,
    { naming: { ...naming, region: here }, messages: { sms: { region } }, mfa: { types: ['SMS_MFA'] } },
  ]),
  ...['other.example', 'hello@acme.example'].map((identity): [string, SettingsInput] => [
    'signIn.passwordless.identityArn must be the identity of signIn.passwordless.sender: that address, its domain or a parent of it',
    {
      naming,
      signIn: {
        passwordless: { sender: 'login@acme.example', identityArn: `arn:aws:ses:eu-west-1:123456789012:identity/${identity}` },
      },
    },
  ]),
  [
    'gpt.secretArn must be a secret in the Region of the stack, naming.region',
    {
      naming: { ...naming, region: 'eu-central-1' },
      gpt: { secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:openai-AbCdEf' },
    },
  ],
  [
    'gpt.secretKeyArn must be null where gpt.secretArn is',
    { naming, gpt: { secretKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/x' } },
  ],
  [
    'gpt.secretKeyArn must be a key in the Region of gpt.secretArn',
    {
      naming,
      gpt: {
        secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf',
        secretKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/x',
      },
    },
  ],
  [
    'messages.sms.role.arn must be a role of the account of the stack, naming.account: IAM passes no other on',
    {
      naming: { ...naming, region: 'eu-central-1', account: '123456789012' },
      messages: { sms: { role: { arn: 'arn:aws:iam::999999999999:role/sms', externalId: 'shop' } } },
      mfa: { types: ['SMS_MFA'] },
    },
  ],
  [
    'gpt.models must be at most 2000 characters in all',
    { gpt: { models: Array.from({ length: 20 }, (_, index) => `${'m'.repeat(110)}${index}`) } },
  ],
  [
    'signUp.emailDomains must be at most 2000 characters in all',
    { signUp: { emailDomains: Array.from({ length: 20 }, (_, index) => `${`${'m'.repeat(60)}.`.repeat(2)}x${index}.com`) } },
  ],
  ['naming.tags.stage must be a value of a tag', { naming: { ...naming, tags: { stage: 'x<y' } } }],
  ['api.keys must hold each name once', { api: { keys: ['Public', 'public'] } }],
  [
    'domain.hostedZone.name must be auth.example.com or a parent of it',
    { domain: { name: 'auth.example.com', certificateArn, hostedZone: { id: 'Z1', name: 'example.org' } } },
  ],
  [
    'domain.certificateArn must be an ARN of an ACM certificate in us-east-1',
    { domain: { name: 'auth.example.com', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') } },
  ],
  ['domain.name must be a domain name in lower case', { domain: { name: 'Auth.example.com', certificateArn } }],
];

describe('a wrong setting is refused by its name, with what it may be and its value', () => {
  const passkeys = { relyingParty: 'example.com' };
  const choice = { flows: ['USER_AUTH'] } satisfies SettingsInput['signIn'];
  const own = { entry: 'triggers/own.ts' };

  test.each<[string, Record<string, unknown>]>([
    ['passwords.minimumLength must be at least 6; it is 5.', { passwords: { minimumLength: 5 } }],
    ['passwords.minimumLength must be at most 99; it is 100.', { passwords: { minimumLength: 100 } }],
    ['passwords.requireSymbols must be true or false; it is "yes".', { passwords: { requireSymbols: 'yes' } }],
    ['tokens.accessMinutes must be at most 1440; it is 1441.', { tokens: { accessMinutes: 1441 } }],
    ['tokens.refreshDays must be a whole number; it is 1.5.', { tokens: { refreshDays: 1.5 } }],
    ['tokens.challengeMinutes must be at most 15; it is 16.', { tokens: { challengeMinutes: 16 } }],
    ['mfa.issuer must be a name of 1 to 64 characters, without a colon; it is "A: B".', { mfa: { issuer: 'A: B' } }],
    ['mfa.mode must be one of "OFF", "OPTIONAL", "ON"; it is "SOMETIMES".', { mfa: { mode: 'SOMETIMES' } }],
    ['signUp.modes must hold at least 1; it is [].', { signUp: { modes: [] } }],
    [
      'signUp.modes.0 must be one of "PASSWORD", "TEMPORARY_PASSWORD", "INVITATION"; it is "OPEN".',
      { signUp: { modes: ['OPEN'] } },
    ],
    ['api.keyMonths must be at most 11; it is 12.', { api: { keyMonths: 12 } }],
    ['api.depthLimit must be at most 75; it is 76.', { api: { depthLimit: 76 } }],
    ['passwords must be a group of settings, such as {}; it is 8.', { passwords: 8 }],
    ['signUp.modes must be a list; it is "PASSWORD".', { signUp: { modes: 'PASSWORD' } }],
    [
      'api.depthLimits is not a setting; api has depthLimit, resolverLimit, introspection, keys, keyMonths.',
      { api: { depthLimits: 20 } },
    ],
    ['apis is not a setting; a stage has naming, retention, domain, passwords, signUp,', { apis: {} }],
    [
      'protection.webAcl.rate is not a setting; protection.webAcl has requestsPerFiveMinutes,',
      { protection: { webAcl: { rate: 5 } } },
    ],
    ['protection.webAcl must be a group of settings, such as {}; it is true.', { protection: { webAcl: true } }],
    [
      'domain.certificateArn must be an ARN of an ACM certificate in us-east-1; it is missing.',
      { domain: { name: 'a.example.com' } },
    ],
    ['naming.account must be a text, in quotes; it is 123456789012.', { naming: { ...naming, account: 123_456_789_012 } }],
    ['retention.logDays must be one of 1, 3, 5, 7,', { retention: { logDays: 8 } }],
    // The function would get the right to read them all, or none.
    ...['*', 'prod/*', 'openai-??????', 'openai', 'prod/openai', 'openai-AbCd', 'openai-AbCdEf:apiKey::'].map(
      (name): [string, Record<string, unknown>] => [
        'gpt.secretArn must be an ARN of a Secrets Manager secret, with the hyphen and the six characters that AWS adds to its name; it is',
        { gpt: { secretArn: `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}` } },
      ],
    ),
    ...['alias/secrets', 'key/*', 'key/'].map((key): [string, Record<string, unknown>] => [
      'gpt.secretKeyArn must be an ARN of a KMS key; it is',
      { gpt: { secretKeyArn: `arn:aws:kms:eu-central-1:123456789012:${key}` } },
    ]),
    ['gpt.baseUrl must be an https URL; it is "http://example.com".', { gpt: { baseUrl: 'http://example.com' } }],
    ['gpt.requestsPerDay must be at least 1; it is 0.', { gpt: { requestsPerDay: 0 } }],
    ['gpt.messageCharacters must be at most 8000; it is 8001.', { gpt: { messageCharacters: 8001 } }],
    ['gpt.answerTokens must be at least 16; it is 1.', { gpt: { answerTokens: 1 } }],
    [
      'gpt.answerTokensParameter must be one of "max_completion_tokens", "max_tokens"; it is "maxTokens".',
      { gpt: { answerTokensParameter: 'maxTokens' } },
    ],
    [
      'signIn.passkeys.relyingParty must be a host name in lower case',
      { signIn: { passkeys: { relyingParty: 'https://example.com' } } },
    ],
    ['signIn.passkeys.relyingParty must be a host name in lower case', { signIn: { passkeys: { relyingParty: 'Example.com' } } }],
    [
      'signIn.passkeys.relyingParty must be a host name in lower case, without scheme, port and path, of at most 63 characters; it is missing.',
      { signIn: { passkeys: {} } },
    ],
    ...['10.0.0.1', 'com', 'intranet'].map((relyingParty): [string, Record<string, unknown>] => [
      `signIn.passkeys.relyingParty must be a host with a dot in it and no IP address, or localhost: browsers bind passkeys to nothing else; it is "${relyingParty}".`,
      { signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys: { relyingParty } } },
    ]),
    ['naming.stackName must be a CloudFormation stack name; it is "my stack".', { naming: { stackName: 'my stack' } }],
    // Rules that tie settings together.
    ['retention.deletionProtection must be off where retention.keepData is off', { retention: { keepData: false } }],
    [
      'signIn.plan must be ESSENTIALS or PLUS for tokens.rotation; it is "LITE".',
      { signIn: { plan: 'LITE' }, tokens: { rotation: {} } },
    ],
    [
      'signIn.plan must be ESSENTIALS or PLUS for signIn.flows USER_AUTH, signIn.firstFactors EMAIL_OTP, signIn.firstFactors SMS_OTP, ' +
        'signIn.firstFactors WEB_AUTHN, signIn.passkeys under mfa.mode ON, mfa.types EMAIL_OTP, passwords.historySize, ' +
        'triggers.preTokenGeneration.version V2_0, tokens.rotation; it is "LITE".',
      {
        signIn: {
          plan: 'LITE',
          flows: ['USER_AUTH'],
          firstFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
          passkeys: { relyingParty: 'acme.example', userVerification: 'required' },
        },
        mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
        passwords: { historySize: 3 },
        tokens: { rotation: {} },
        triggers: { preTokenGeneration: { ...own, version: 'V2_0' } },
      },
    ],
    [
      'signIn.plan must be PLUS for protection.threatProtection; it is "ESSENTIALS".',
      { protection: { threatProtection: 'AUDIT' }, signIn: { clientSecret: true } },
    ],
    [
      'signUp.writableAttributes must hold every required attribute; it lacks birthdate',
      { signUp: { requiredAttributes: ['birthdate'] } },
    ],
    [
      'signUp.customAttributes must name no standard attribute, for which Cognito would take it; it names email, sub;',
      { signUp: { customAttributes: { tenant: {}, email: {}, sub: {} } } },
    ],
    ['signUp.writableAttributes must hold email', { signUp: { writableAttributes: ['name'] } }],
    [
      'protection.reauthentication.acr must be null unless mfa.mode is ON',
      { protection: { reauthentication: { acr: 'urn:cognito:loa:3' } } },
    ],
    [
      'protection.reauthentication.acr must be urn:cognito:loa:3 where mfa.types holds another factor',
      {
        mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
        messages: { sms: {} },
        protection: { reauthentication: { acr: 'urn:cognito:loa:4' } },
      },
    ],
    [
      'protection.reauthentication.acr must be null where signIn.plan is LITE',
      { signIn: { plan: 'LITE' }, mfa: { mode: 'ON' }, protection: { reauthentication: { acr: 'urn:cognito:loa:4' } } },
    ],
    ['tokens.sessions', { signIn: { plan: 'LITE' }, tokens: { sessions: {} } }],
    // Whoever calls Cognito itself may sign up as `<a/href=//evil.example>`, and give anybody's address.
    [
      'messages.texts.verification.email must hold no {username}',
      { messages: { texts: { verification: { email: 'Dear {username}, your code is {####}.' } } } },
    ],
    [
      'messages.languages.de.reset.sms must hold no {username}',
      {
        messages: {
          ses: { from: 'no-reply@example.com', region: 'eu-central-1' },
          languages: { de: { reset: { subject: 'Neu', email: 'Code: {####}', sms: '{username}: {####}' } } },
        },
      },
    ],
    // Who proves a number, or nothing, may give any address of the domain for his own.
    [
      'signUp.emailDomains must be empty where signIn.names holds PHONE_NUMBER',
      {
        signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'] },
        mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
        messages: { sms: {} },
        signUp: { emailDomains: ['example.com'] },
      },
    ],
    [
      'signUp.emailDomains must be empty where signUp.modes holds TEMPORARY_PASSWORD',
      { signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD'], emailDomains: ['example.com'] } },
    ],
    [
      'signIn.flows must leave CUSTOM_AUTH out where triggers lacks defineAuthChallenge, createAuthChallenge, verifyAuthChallengeResponse',
      { signIn: { flows: ['CUSTOM_AUTH'] } },
    ],
    [
      'signIn.flows must leave CUSTOM_AUTH out where triggers lacks createAuthChallenge: the flow is made of them; it is ["CUSTOM_AUTH"].',
      {
        signIn: { flows: ['CUSTOM_AUTH'] },
        triggers: { defineAuthChallenge: own, verifyAuthChallengeResponse: own },
      },
    ],
    [
      'triggers.defineAuthChallenge must be null where signIn.flows lacks CUSTOM_AUTH',
      { triggers: { defineAuthChallenge: own } },
    ],
    [
      'triggers.userMigration must be null where signIn.flows lacks USER_PASSWORD_AUTH',
      { signIn: { flows: ['USER_SRP_AUTH'] }, triggers: { userMigration: own } },
    ],
    [
      'triggers.createAuthChallenge must be null where signIn.passwordless is set',
      {
        signIn: {
          passwordless: { sender: 'a@example.com', identityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' },
        },
        triggers: { createAuthChallenge: own },
      },
    ],
    ['signIn.passwordless.sender must be an e-mail address', { signIn: { passwordless: { sender: 'me', identityArn: 'x' } } }],
    ['triggers.preSignUp.entry must be a path of a .ts', { triggers: { preSignUp: { entry: 'resolvers/user.lambda.ts' } } }],
    ['triggers.preSignUp.entry must be a path of a .ts', { triggers: { preSignUp: { entry: 'triggers/../infra/index.ts' } } }],
    ['triggers.preSignUp.entry must be a path of a .ts, .mts, .js or .mjs file under triggers/', { triggers: { preSignUp: {} } }],
    ['triggers.preSignUps is not a setting; triggers has preSignUp,', { triggers: { preSignUps: own } }],
    [
      'triggers.preSignUp.environment must be at most 3000 characters in all, names included: Lambda takes 4 KB of them;',
      { triggers: { preSignUp: { ...own, environment: { BIG: 'x'.repeat(3000) } } } },
    ],
    [
      'triggers.preSignUp.rights.0.actions.0 must be an action such as ses:SendEmail, without a wildcard; it is "ses:*".',
      {
        triggers: { preSignUp: { ...own, rights: [{ actions: ['ses:*'], resources: ['arn:aws:ses:eu-west-1:1:identity/x'] }] } },
      },
    ],
    [
      'triggers.preSignUp.rights.0.resources.0 must be an ARN of less than everything; it is "*".',
      { triggers: { preSignUp: { ...own, rights: [{ actions: ['ses:SendEmail'], resources: ['*'] }] } } },
    ],
    [
      'triggers.preSignUp.rights.0.resources.0 must be an ARN of less than everything; it is "arn:aws:s3:::*".',
      { triggers: { preSignUp: { ...own, rights: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*'] }] } } },
    ],
    [
      'triggers.preSignUp.poolActions.0 must be an action of Cognito, without a wildcard; it is "ses:SendEmail".',
      { triggers: { preSignUp: { ...own, poolActions: ['ses:SendEmail'] } } },
    ],
    [
      'triggers.preTokenGeneration.version must be one of "V1_0", "V2_0"; it is "V3_0".',
      { triggers: { preTokenGeneration: { ...own, version: 'V3_0' } } },
    ],
    ['signIn.firstFactors must hold PASSWORD', { signIn: { ...choice, firstFactors: ['EMAIL_OTP'] } }],
    [
      'signIn.firstFactors must be just PASSWORD where signIn.flows lacks USER_AUTH',
      { signIn: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    ],
    ['signIn.firstFactors must leave WEB_AUTHN out', { signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'] } }],
    ['signIn.passkeys must be null where signIn.firstFactors lacks WEB_AUTHN', { signIn: { passkeys } }],
    ['mfa.types must be empty where mfa.mode is OFF: write types: []; it is', { mfa: { mode: 'OFF' } }],
    ['mfa.types must hold at least one factor', { mfa: { types: [] } }],
    [
      'signIn.firstFactors must leave EMAIL_OTP and SMS_OTP out where mfa.mode is ON',
      { mfa: { mode: 'ON' }, signIn: { ...choice, firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    ],
    [
      'signIn.passkeys.userVerification must be required where mfa.mode is ON',
      { mfa: { mode: 'ON' }, signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys } },
    ],
    // What watches the API, and what is before it.
    ...watching,
  ])('%s', (message, written) => {
    expect(() => untyped(written)).toThrow(ConfigurationError);
    expect(() => untyped(written)).toThrow(message);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'gpt.secretArn must be an ARN of a Secrets Manager secret, with the hyphen and the six characters that AWS adds to its name; it is not shown.',
      { gpt: { secretArn: 'sk-live-1' } },
    ],
    ['gpt.secretKeyArn must be an ARN of a KMS key; it is not shown.', { gpt: { secretKeyArn: 'sk-live-1' } }],
    [
      'triggers.preSignUp must be null where',
      { signUp: { emailDomains: ['a.example'] }, triggers: { preSignUp: { ...own, environment: { KEY: 'sk-live-1' } } } },
    ],
    [
      'triggers.preSignUp.environment must be at most',
      { triggers: { preSignUp: { ...own, environment: { KEY: 'sk-live-1'.repeat(900) } } } },
    ],
    ['gpt.baseUrl must hold neither user nor password', { gpt: { baseUrl: 'https://me:sk-live-1@llm.example' } }],
  ])('%s: a value that may be a secret is not shown', (message, written) => {
    expect(() => untyped(written)).toThrow(message);
    expect(() => untyped(written)).not.toThrow(/sk-live-1/);
  });

  test('all of them at once', () => {
    expect(() => untyped({ passwords: { minimumLength: 1 }, mfa: { mode: 'X' } })).toThrow(
      /passwords\.minimumLength[\s\S]*mfa\.mode/,
    );
  });
});
