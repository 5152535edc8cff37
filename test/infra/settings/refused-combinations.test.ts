import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../infra/errors/configuration-error.ts';
import { untyped, type Wrong } from './untyped.ts';

const topicArn = 'arn:aws:sns:eu-west-1:123456789012:oncall';
const naming = { stackName: 'Test' };
const choice = { flows: ['USER_AUTH'] };
const passkeys = { relyingParty: 'example.com' };
const own = { entry: 'triggers/own.ts' };

describe('refuses a wrong setting, with its name, the allowed values and its value', () => {
  test.each<Wrong>([
    ['retention.deletionProtection must be false if retention.keepData is false', { retention: { keepData: false } }],
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
      'signUp.writableAttributes must contain every required attribute; it lacks birthdate',
      { signUp: { requiredAttributes: ['birthdate'] } },
    ],
    [
      'signUp.customAttributes must not name a standard attribute, since Cognito would mistake it for that; it names email, sub;',
      { signUp: { customAttributes: { tenant: {}, email: {}, sub: {} } } },
    ],
    ['signUp.writableAttributes must contain email', { signUp: { writableAttributes: ['name'] } }],
    [
      'protection.reauthentication.acr must be null unless mfa.mode is ON',
      { protection: { reauthentication: { acr: 'urn:cognito:loa:3' } } },
    ],
    [
      'protection.reauthentication.acr must be urn:cognito:loa:3 if mfa.types contains a factor other than SOFTWARE_TOKEN_MFA',
      {
        mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
        messages: { sms: {} },
        protection: { reauthentication: { acr: 'urn:cognito:loa:4' } },
      },
    ],
    [
      'protection.reauthentication.acr must be null if signIn.plan is LITE',
      { signIn: { plan: 'LITE' }, mfa: { mode: 'ON' }, protection: { reauthentication: { acr: 'urn:cognito:loa:4' } } },
    ],
    ['tokens.sessions', { signIn: { plan: 'LITE' }, tokens: { sessions: {} } }],
    // Anybody who calls Cognito directly can sign up as `<a/href=//evil.example>`, with somebody else's address.
    [
      'messages.texts.verification.email must not contain {username}',
      { messages: { texts: { verification: { email: 'Dear {username}, your code is {####}.' } } } },
    ],
    [
      'messages.languages.de.reset.sms must not contain {username}',
      {
        messages: {
          ses: { from: 'no-reply@example.com', region: 'eu-central-1' },
          languages: { de: { reset: { subject: 'Neu', email: 'Code: {####}', sms: '{username}: {####}' } } },
        },
      },
    ],
    // Somebody who proves only a phone number, or nothing, can claim any address of the domain.
    [
      'signUp.emailDomains must be empty if signIn.names contains PHONE_NUMBER',
      {
        signIn: { names: ['USERNAME', 'EMAIL', 'PHONE_NUMBER'] },
        mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
        messages: { sms: {} },
        signUp: { emailDomains: ['example.com'] },
      },
    ],
    [
      'signUp.emailDomains must be empty if signUp.modes contains TEMPORARY_PASSWORD',
      { signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD'], emailDomains: ['example.com'] } },
    ],
    [
      'signIn.flows must not contain CUSTOM_AUTH unless triggers has defineAuthChallenge, createAuthChallenge, verifyAuthChallengeResponse',
      { signIn: { flows: ['CUSTOM_AUTH'] } },
    ],
    [
      'signIn.flows must not contain CUSTOM_AUTH unless triggers has createAuthChallenge, which implement this flow; it is ["CUSTOM_AUTH"].',
      {
        signIn: { flows: ['CUSTOM_AUTH'] },
        triggers: { defineAuthChallenge: own, verifyAuthChallengeResponse: own },
      },
    ],
    [
      'triggers.defineAuthChallenge must be null unless signIn.flows contains CUSTOM_AUTH',
      { triggers: { defineAuthChallenge: own } },
    ],
    [
      'triggers.userMigration must be null unless signIn.flows contains USER_PASSWORD_AUTH',
      { signIn: { flows: ['USER_SRP_AUTH'] }, triggers: { userMigration: own } },
    ],
    [
      'triggers.createAuthChallenge must be null if signIn.passwordless is set',
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
      'triggers.preSignUp.environment must have at most 3000 characters in total, including names: Lambda limits the environment to 4 KB;',
      { triggers: { preSignUp: { ...own, environment: { BIG: 'x'.repeat(3000) } } } },
    ],
    [
      'triggers.preSignUp.rights.0.actions.0 must be an action such as ses:SendEmail, without a wildcard; it is "ses:*".',
      {
        triggers: { preSignUp: { ...own, rights: [{ actions: ['ses:*'], resources: ['arn:aws:ses:eu-west-1:1:identity/x'] }] } },
      },
    ],
    [
      'triggers.preSignUp.rights.0.resources.0 must be an ARN that does not match everything; it is "*".',
      { triggers: { preSignUp: { ...own, rights: [{ actions: ['ses:SendEmail'], resources: ['*'] }] } } },
    ],
    [
      'triggers.preSignUp.rights.0.resources.0 must be an ARN that does not match everything; it is "arn:aws:s3:::*".',
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
    ['signIn.firstFactors must contain PASSWORD', { signIn: { ...choice, firstFactors: ['EMAIL_OTP'] } }],
    [
      'signIn.firstFactors must contain only PASSWORD unless signIn.flows contains USER_AUTH',
      { signIn: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    ],
    ['signIn.firstFactors must not contain WEB_AUTHN', { signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'] } }],
    ['signIn.passkeys must be null unless signIn.firstFactors contains WEB_AUTHN', { signIn: { passkeys } }],
    ['mfa.types must be empty if mfa.mode is OFF: write types: []; it is', { mfa: { mode: 'OFF' } }],
    ['mfa.types must contain at least one factor', { mfa: { types: [] } }],
    [
      'signIn.firstFactors must not contain EMAIL_OTP or SMS_OTP if mfa.mode is ON',
      { mfa: { mode: 'ON' }, signIn: { ...choice, firstFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    ],
    [
      'signIn.passkeys.userVerification must be required if mfa.mode is ON',
      { mfa: { mode: 'ON' }, signIn: { ...choice, firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys } },
    ],
    [
      'monitoring.alarms.emails must be empty if monitoring.alarms.topicArn is set',
      { monitoring: { alarms: { topicArn, emails: ['ops@example.com'] } } },
    ],
    [
      'monitoring.alarms.emails must contain each address once',
      { monitoring: { alarms: { emails: ['ops@example.com', 'Ops@example.com'] } } },
    ],
    [
      'monitoring.alarms.emails must contain at least one address if monitoring.alarms.topicArn is null: nobody would receive the alarms; it is [].',
      { monitoring: { alarms: {} } },
    ],
    [
      'functions.logLevel must be INFO or DEBUG if',
      { monitoring: { alarms: { emails: ['ops@example.com'] } }, functions: { logLevel: 'WARN' } },
    ],
    [
      'functions.reservedConcurrency.gpt must be null if gpt is null: there is no such function; it is 2.',
      { gpt: null, functions: { reservedConcurrency: { gpt: 2 } } },
    ],
    ['functions.logLevel must be INFO or DEBUG if', { monitoring: { dashboard: true }, functions: { logLevel: 'ERROR' } }],
    [
      'protection.webAcl.publicRequestsPerFiveMinutes must be at most protection.webAcl.requestsPerFiveMinutes',
      { protection: { webAcl: { requestsPerFiveMinutes: 50 } } },
    ],
    ...['other.example', 'hello@acme.example'].map(
      (identity): Wrong => [
        'signIn.passwordless.identityArn must be the identity of signIn.passwordless.sender: that address, its domain or a parent of that domain',
        {
          naming,
          signIn: {
            passwordless: {
              sender: 'login@acme.example',
              identityArn: `arn:aws:ses:eu-west-1:123456789012:identity/${identity}`,
            },
          },
        },
      ],
    ),
    [
      'gpt.secretKeyArn must be null if gpt.secretArn is null',
      { naming, gpt: { secretKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/x' } },
    ],
    [
      'gpt.models must have at most 2000 characters in total',
      { gpt: { models: Array.from({ length: 20 }, (_, index) => `${'m'.repeat(110)}${index}`) } },
    ],
    [
      'signUp.emailDomains must have at most 2000 characters in total',
      { signUp: { emailDomains: Array.from({ length: 20 }, (_, index) => `${`${'m'.repeat(60)}.`.repeat(2)}x${index}.com`) } },
    ],
  ])('%s', (message, written) => {
    expect(() => untyped(written)).toThrow(ConfigurationError);
    expect(() => untyped(written)).toThrow(message);
  });
});
