import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { stageSchema } from '../../../infra/settings/stage.ts';
import { untyped, type Wrong } from './untyped.ts';

describe('log retention', () => {
  test('may be what CloudWatch Logs knows, and nothing else', () => {
    const known = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days !== RetentionDays.INFINITE);
    expect([...stageSchema.shape.retention.unwrap().shape.logDays.unwrap().values].toSorted()).toEqual(known.toSorted());
  });
});

const choice = { flows: ['USER_AUTH'] };
const own = { entry: 'triggers/own.ts' };

describe('refuses a wrong setting, with its name, the allowed values and its value', () => {
  test.each<Wrong>([
    ['passwords.minimumLength must be at least 6; it is 5.', { passwords: { minimumLength: 5 } }],
    ['passwords.minimumLength must be at most 99; it is 100.', { passwords: { minimumLength: 100 } }],
    ['passwords.requireSymbols must be true or false; it is "yes".', { passwords: { requireSymbols: 'yes' } }],
    ['tokens.accessMinutes must be at most 1440; it is 1441.', { tokens: { accessMinutes: 1441 } }],
    ['tokens.refreshDays must be a whole number; it is 1.5.', { tokens: { refreshDays: 1.5 } }],
    ['tokens.challengeMinutes must be at most 15; it is 16.', { tokens: { challengeMinutes: 16 } }],
    ['mfa.issuer must be a name of 1 to 64 characters, without a colon; it is "A: B".', { mfa: { issuer: 'A: B' } }],
    ['mfa.mode must be one of "OFF", "OPTIONAL", "ON"; it is "SOMETIMES".', { mfa: { mode: 'SOMETIMES' } }],
    ['signUp.modes must contain at least 1; it is [].', { signUp: { modes: [] } }],
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
    ['retention.logDays must be one of 1, 3, 5, 7,', { retention: { logDays: 8 } }],
    // The function would get the right to read them all, or none.
    ...['*', 'prod/*', 'openai-??????', 'openai', 'prod/openai', 'openai-AbCd', 'openai-AbCdEf:apiKey::'].map(
      (name): Wrong => [
        'gpt.secretArn must be an ARN of a Secrets Manager secret, including the hyphen and the six characters that AWS appends to its name; it is',
        { gpt: { secretArn: `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}` } },
      ],
    ),
    ...['alias/secrets', 'key/*', 'key/'].map(
      (key): Wrong => [
        'gpt.secretKeyArn must be an ARN of a KMS key; it is',
        { gpt: { secretKeyArn: `arn:aws:kms:eu-central-1:123456789012:${key}` } },
      ],
    ),
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
    ...['10.0.0.1', 'com', 'intranet'].map(
      (relyingParty): Wrong => [
        `signIn.passkeys.relyingParty must be localhost, or a host name with a dot in it that is not an IP address: browsers accept nothing else for passkeys; it is "${relyingParty}".`,
        { signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys: { relyingParty } } },
      ],
    ),
    [
      'monitoring.alarms.topicArn must be an ARN of an SNS topic; it is "oncall".',
      { monitoring: { alarms: { topicArn: 'oncall' } } },
    ],
    ['functions.reservedConcurrency.user must be at least 1; it is 0.', { functions: { reservedConcurrency: { user: 0 } } }],
    [
      'protection.webAcl.requestsPerFiveMinutes must be at least 10; it is 9.',
      { protection: { webAcl: { requestsPerFiveMinutes: 9 } } },
    ],
    ['api.keys must contain each name once', { api: { keys: ['Public', 'public'] } }],
  ])('%s', (message, written) => {
    expect(() => untyped(written)).toThrow(ConfigurationError);
    expect(() => untyped(written)).toThrow(message);
  });

  test.each<Wrong>([
    [
      'gpt.secretArn must be an ARN of a Secrets Manager secret, including the hyphen and the six characters that AWS appends to its name; it is not shown.',
      { gpt: { secretArn: 'sk-live-1' } },
    ],
    ['gpt.secretKeyArn must be an ARN of a KMS key; it is not shown.', { gpt: { secretKeyArn: 'sk-live-1' } }],
    [
      'triggers.preSignUp must be null if',
      { signUp: { emailDomains: ['a.example'] }, triggers: { preSignUp: { ...own, environment: { KEY: 'sk-live-1' } } } },
    ],
    [
      'triggers.preSignUp.environment must have at most',
      { triggers: { preSignUp: { ...own, environment: { KEY: 'sk-live-1'.repeat(900) } } } },
    ],
    ['gpt.baseUrl must not contain a user or password', { gpt: { baseUrl: 'https://me:sk-live-1@llm.example' } }],
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
