import type { SettingsInput } from '../../../infra/settings/stage.ts';

/** A stage in part. */
export type Part = { readonly [Group in keyof SettingsInput]?: Partial<SettingsInput[Group]> | null };

/** One setting, changed alone. */
export interface Change {
  /** What the stage has besides, so that the setting may be changed at all. */
  readonly with?: Part;
  readonly to: Part;
}

const own = { entry: 'triggers/own.ts' };
const other = { entry: 'triggers/other.ts' };
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const domain = { name: 'auth.acme.example', certificateArn };
const zone = { id: 'Z0123456789ABCDEFGHIJ', name: 'acme.example' };
const ses = { from: 'login@mail.acme.example' };
const sms = { mfa: { types: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] }, messages: { sms: {} } } satisfies Part;
const mail = { mfa: { types: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }, signIn: { recovery: [] }, messages: { ses } } satisfies Part;
const choice = { signIn: { flows: ['USER_AUTH'] } } satisfies Part;
const passkeys = { relyingParty: 'acme.example' };
const withPasskeys = {
  signIn: { flows: ['USER_AUTH'], firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys },
} satisfies Part;
const customAuth = {
  signIn: { flows: ['USER_SRP_AUTH', 'CUSTOM_AUTH'] },
  triggers: { defineAuthChallenge: own, createAuthChallenge: own, verifyAuthChallengeResponse: own },
} satisfies Part;
const noFactor = { mfa: { mode: 'OFF', types: [] } } satisfies Part;
const passwordless = { sender: 'login@acme.example', identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example' };
const turnstile = { kind: 'TURNSTILE', siteKey: '1x00000000000000000000AA' } as const;
const captcha = { protection: { captcha: turnstile } } satisfies Part;
const webAcl = { protection: { webAcl: {} } } satisfies Part;
const alarms = { monitoring: { alarms: { emails: ['ops@acme.example'] } } } satisfies Part;
const text = (subject: string) => ({ subject, email: `${subject} {####}`, sms: `${subject} {####}` });
const secret = { signIn: { clientSecret: true } } satisfies Part;
const link = {
  messages: { verifyBy: 'LINK', linkDomainPrefix: 'acme-prod', texts: { verification: { email: '{##Confirm##}' } } },
} satisfies Part;

/** Every setting of a stage with one change of it. Where several must change together, the change is all of them. */
export const changes: Readonly<Record<string, Change>> = {
  'naming.stackName': { to: { naming: { stackName: 'Other' } } },
  'naming.region': { to: { naming: { region: 'us-west-2' } } },
  'naming.account': { to: { naming: { account: '123456789012' } } },
  'naming.tags': { to: { naming: { tags: { team: 'identity' } } } },
  'retention.keepData': { with: { retention: { deletionProtection: false } }, to: { retention: { keepData: false } } },
  'retention.deletionProtection': { to: { retention: { deletionProtection: false } } },
  'retention.terminationProtection': { to: { retention: { terminationProtection: false } } },
  'retention.logDays': { to: { retention: { logDays: 30 } } },
  domain: { to: { domain } },
  'domain.name': { with: { domain }, to: { domain: { name: 'login.acme.example' } } },
  'domain.certificateArn': {
    with: { domain },
    to: { domain: { certificateArn: certificateArn.replace('1234-1234', '4321-4321') } },
  },
  'domain.hostedZone': { with: { domain }, to: { domain: { hostedZone: zone } } },
  'domain.hostedZone.id': {
    with: { domain: { ...domain, hostedZone: zone } },
    to: { domain: { hostedZone: { ...zone, id: 'ZZZ' } } },
  },
  'domain.hostedZone.name': {
    with: { domain: { ...domain, hostedZone: zone } },
    to: { domain: { hostedZone: { ...zone, name: 'auth.acme.example' } } },
  },
  'passwords.minimumLength': { to: { passwords: { minimumLength: 14 } } },
  'passwords.requireUppercase': { to: { passwords: { requireUppercase: false } } },
  'passwords.requireLowercase': { to: { passwords: { requireLowercase: false } } },
  'passwords.requireNumbers': { to: { passwords: { requireNumbers: false } } },
  'passwords.requireSymbols': { to: { passwords: { requireSymbols: false } } },
  'passwords.refuseGuessable': { to: { passwords: { refuseGuessable: false } } },
  'passwords.breachCheck': { to: { passwords: { breachCheck: {} } } },
  'passwords.breachCheck.url': {
    with: { passwords: { breachCheck: {} } },
    to: { passwords: { breachCheck: { url: 'https://range.acme.example/' } } },
  },
  'passwords.breachCheck.timeoutMs': {
    with: { passwords: { breachCheck: {} } },
    to: { passwords: { breachCheck: { timeoutMs: 500 } } },
  },
  'passwords.historySize': { to: { passwords: { historySize: 5 } } },
  'passwords.temporaryPasswordValidityDays': { to: { passwords: { temporaryPasswordValidityDays: 2 } } },
  'signUp.modes': { to: { signUp: { modes: ['TEMPORARY_PASSWORD'] } } },
  'signUp.emailDomains': { to: { signUp: { emailDomains: ['acme.example'] } } },
  'signUp.reservedNames': { to: { signUp: { reservedNames: ['ceo'] } } },
  'signUp.requiredAttributes': { to: { signUp: { requiredAttributes: ['email'] } } },
  'signUp.customAttributes': { to: { signUp: { customAttributes: { team: {} } } } },
  'signUp.writableAttributes': { to: { signUp: { writableAttributes: ['email', 'name'] } } },
  'signIn.names': { to: { signIn: { names: ['EMAIL'] } } },
  'signIn.caseSensitive': { to: { signIn: { caseSensitive: true } } },
  'signIn.flows': { to: { signIn: { flows: ['USER_SRP_AUTH'] } } },
  'signIn.firstFactors': { with: choice, to: { signIn: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  'signIn.passkeys': { with: choice, to: { signIn: { firstFactors: ['PASSWORD', 'WEB_AUTHN'], passkeys } } },
  'signIn.passkeys.relyingParty': {
    with: withPasskeys,
    to: { signIn: { passkeys: { relyingParty: 'login.acme.example' } } },
  },
  'signIn.passkeys.userVerification': {
    with: withPasskeys,
    to: { signIn: { passkeys: { ...passkeys, userVerification: 'required' } } },
  },
  'signIn.passwordless': { with: noFactor, to: { signIn: { passwordless } } },
  'signIn.passwordless.sender': {
    with: { ...noFactor, signIn: { passwordless } },
    to: { signIn: { passwordless: { ...passwordless, sender: 'hello@acme.example' } } },
  },
  'signIn.passwordless.identityArn': {
    with: { ...noFactor, signIn: { passwordless } },
    to: {
      signIn: { passwordless: { ...passwordless, identityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/acme.example' } },
    },
  },
  'tokens.sessions': { to: { tokens: { sessions: {} } } },
  'tokens.sessions.maxPerUser': { with: { tokens: { sessions: {} } }, to: { tokens: { sessions: { maxPerUser: 5 } } } },
  'protection.evenAnswers': { to: { protection: { evenAnswers: null } } },
  'protection.evenAnswers.milliseconds': { to: { protection: { evenAnswers: { milliseconds: 500 } } } },
  'protection.hideAddresses': { to: { protection: { hideAddresses: true } } },
  'protection.reauthentication': { to: { protection: { reauthentication: null } } },
  'protection.reauthentication.maxAgeMinutes': { to: { protection: { reauthentication: { maxAgeMinutes: 5 } } } },
  'protection.reauthentication.acr': {
    with: { mfa: { mode: 'ON' } },
    to: { protection: { reauthentication: { acr: 'urn:cognito:loa:4' } } },
  },
  'signIn.rememberDevices': { to: { signIn: { rememberDevices: 'ALWAYS' } } },
  'signIn.recovery': { to: { signIn: { recovery: [] } } },
  'signIn.clientSecret': { to: { signIn: { clientSecret: true } } },
  'signIn.plan': { to: { signIn: { plan: 'LITE' } } },
  'mfa.mode': { to: { mfa: { mode: 'ON' } } },
  'mfa.types': {
    with: { messages: { ses }, signIn: { recovery: [] } },
    to: { mfa: { types: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] } },
  },
  'mfa.recoveryCodes': { to: { mfa: { recoveryCodes: true } } },
  activity: { to: { activity: {} } },
  'activity.days': { with: { activity: {} }, to: { activity: { days: 30 } } },
  administration: { to: { administration: {} } },
  'administration.group': { with: { administration: {} }, to: { administration: { group: 'staff' } } },
  'mfa.issuer': { to: { mfa: { issuer: 'Acme' } } },
  'messages.ses': { to: { messages: { ses } } },
  'messages.ses.from': { with: { messages: { ses } }, to: { messages: { ses: { from: 'hello@mail.acme.example' } } } },
  'messages.ses.fromName': { with: { messages: { ses } }, to: { messages: { ses: { ...ses, fromName: 'Acme' } } } },
  'messages.ses.replyTo': { with: { messages: { ses } }, to: { messages: { ses: { ...ses, replyTo: 'help@acme.example' } } } },
  'messages.ses.region': { with: { messages: { ses } }, to: { messages: { ses: { ...ses, region: 'eu-west-1' } } } },
  'messages.ses.verifiedDomain': {
    with: { messages: { ses } },
    to: { messages: { ses: { ...ses, verifiedDomain: 'acme.example' } } },
  },
  'messages.ses.configurationSet': {
    with: { messages: { ses } },
    to: { messages: { ses: { ...ses, configurationSet: 'auth' } } },
  },
  'messages.sms': { with: { mfa: { mode: 'OFF', types: [] } }, to: { messages: { sms: {} } } },
  'messages.sms.region': { with: sms, to: { messages: { sms: { region: 'eu-west-1' } } } },
  'messages.sms.role': {
    with: sms,
    to: { messages: { sms: { role: { arn: 'arn:aws:iam::123456789012:role/sms', externalId: 'acme' } } } },
  },
  'messages.sms.role.arn': {
    with: { ...sms, messages: { sms: { role: { arn: 'arn:aws:iam::123456789012:role/sms', externalId: 'acme' } } } },
    to: { messages: { sms: { role: { arn: 'arn:aws:iam::123456789012:role/other', externalId: 'acme' } } } },
  },
  'messages.sms.role.externalId': {
    with: { ...sms, messages: { sms: { role: { arn: 'arn:aws:iam::123456789012:role/sms', externalId: 'acme' } } } },
    to: { messages: { sms: { role: { arn: 'arn:aws:iam::123456789012:role/sms', externalId: 'other' } } } },
  },
  'messages.verifyBy': { with: secret, to: link },
  'messages.linkDomainPrefix': { with: { ...secret, ...link }, to: { messages: { linkDomainPrefix: 'acme-other' } } },
  'messages.senderKeyArn': {
    with: { triggers: { customEmailSender: own } },
    to: { messages: { senderKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/12345678-1234-1234-1234-123456789012' } },
  },
  'messages.texts.verification.subject': { to: { messages: { texts: { verification: { subject: 'Hello' } } } } },
  'messages.texts.verification.email': { to: { messages: { texts: { verification: { email: 'Hello {####}' } } } } },
  'messages.texts.verification.sms': { with: sms, to: { messages: { texts: { verification: { sms: 'Hello {####}' } } } } },
  'messages.texts.invitation.subject': { to: { messages: { texts: { invitation: { subject: 'Come in' } } } } },
  'messages.texts.invitation.email': { to: { messages: { texts: { invitation: { email: '{username}: {####}' } } } } },
  'messages.texts.invitation.sms': { with: sms, to: { messages: { texts: { invitation: { sms: '{username}: {####}' } } } } },
  'messages.texts.signIn.subject': { with: mail, to: { messages: { texts: { signIn: { subject: 'Hello again' } } } } },
  'messages.texts.signIn.email': { with: mail, to: { messages: { texts: { signIn: { email: 'Hello again {####}' } } } } },
  'messages.texts.signIn.sms': { with: sms, to: { messages: { texts: { signIn: { sms: 'Hello again {####}' } } } } },
  'messages.notices': { with: { messages: { ses } }, to: { messages: { notices: null } } },
  ...Object.fromEntries(
    (
      [
        'passwordChanged',
        'addressChanged',
        'factorAdded',
        'factorRemoved',
        'recoveryCodesMade',
        'accessRecovered',
        'accountDeleted',
      ] as const
    ).map((kind) => [
      `messages.notices.${kind}`,
      { with: { messages: { ses } }, to: { messages: { notices: { [kind]: false } } } },
    ]),
  ),
  'messages.texts.reset': { with: { messages: { ses } }, to: { messages: { texts: { reset: text('Forgotten') } } } },
  'messages.languages': { with: { messages: { ses } }, to: { messages: { languages: { de: { verification: text('Hallo') } } } } },
  'tokens.accessMinutes': { to: { tokens: { accessMinutes: 60 } } },
  'tokens.idMinutes': { to: { tokens: { idMinutes: 60 } } },
  'tokens.refreshDays': { to: { tokens: { refreshDays: 7 } } },
  'tokens.rotation': { to: { tokens: { rotation: {} } } },
  'tokens.rotation.graceSeconds': { with: { tokens: { rotation: {} } }, to: { tokens: { rotation: { graceSeconds: 5 } } } },
  'tokens.challengeMinutes': { to: { tokens: { challengeMinutes: 10 } } },
  'api.depthLimit': { to: { api: { depthLimit: 30 } } },
  'api.resolverLimit': { to: { api: { resolverLimit: 3 } } },
  'api.introspection': { to: { api: { introspection: false } } },
  'api.keys': { to: { api: { keys: ['Next', 'Public'] } } },
  'api.keyMonths': { to: { api: { keyMonths: 3 } } },
  'functions.memoryMb': { to: { functions: { memoryMb: 512 } } },
  'functions.logLevel': { to: { functions: { logLevel: 'WARN' } } },
  'functions.sourceMaps': { to: { functions: { sourceMaps: true } } },
  'functions.reservedConcurrency.user': { to: { functions: { reservedConcurrency: { user: 50 } } } },
  'functions.reservedConcurrency.account': { to: { functions: { reservedConcurrency: { account: 30 } } } },
  'functions.reservedConcurrency.recovery': { to: { functions: { reservedConcurrency: { recovery: 5 } } } },
  'functions.reservedConcurrency.signUp': { to: { functions: { reservedConcurrency: { signUp: 10 } } } },
  'functions.reservedConcurrency.gpt': { to: { functions: { reservedConcurrency: { gpt: 20 } } } },
  'triggers.preSignUp': { to: { triggers: { preSignUp: own } } },
  'triggers.<trigger>.entry': { with: { triggers: { preSignUp: own } }, to: { triggers: { preSignUp: other } } },
  'triggers.<trigger>.environment': {
    with: { triggers: { preSignUp: own } },
    to: { triggers: { preSignUp: { ...own, environment: { TENANT: 'acme' } } } },
  },
  'triggers.<trigger>.rights': {
    with: { triggers: { preSignUp: own } },
    to: {
      triggers: {
        preSignUp: {
          ...own,
          rights: [{ actions: ['ses:SendEmail'], resources: ['arn:aws:ses:eu-central-1:123456789012:identity/acme.example'] }],
        },
      },
    },
  },
  'triggers.<trigger>.poolActions': {
    with: { triggers: { preSignUp: own } },
    to: { triggers: { preSignUp: { ...own, poolActions: ['cognito-idp:ListUsers'] } } },
  },
  'triggers.postConfirmation': { to: { triggers: { postConfirmation: own } } },
  'triggers.preAuthentication': { to: { triggers: { preAuthentication: own } } },
  'triggers.postAuthentication': { to: { triggers: { postAuthentication: own } } },
  'triggers.defineAuthChallenge': { to: customAuth },
  'triggers.createAuthChallenge': { to: customAuth },
  'triggers.verifyAuthChallengeResponse': { to: customAuth },
  'triggers.preTokenGeneration': { to: { triggers: { preTokenGeneration: own } } },
  'triggers.preTokenGeneration.version': {
    with: { triggers: { preTokenGeneration: own } },
    to: { triggers: { preTokenGeneration: { ...own, version: 'V2_0' } } },
  },
  'triggers.userMigration': { to: { triggers: { userMigration: own } } },
  'triggers.customEmailSender': { to: { triggers: { customEmailSender: own } } },
  'triggers.customSmsSender': { with: sms, to: { triggers: { customSmsSender: own } } },
  'triggers.customMessage': { to: { triggers: { customMessage: own } } },
  gpt: { to: { gpt: null } },
  'gpt.model': { to: { gpt: { model: 'other' } } },
  'gpt.models': { to: { gpt: { models: ['other'] } } },
  'gpt.baseUrl': { to: { gpt: { baseUrl: 'https://llm.acme.example/v1' } } },
  'gpt.secretArn': { to: { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } } },
  'gpt.secretKeyArn': {
    with: { gpt: { secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf' } },
    to: { gpt: { secretKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/12345678-1234-1234-1234-123456789012' } },
  },
  'gpt.requestsPerDay': { to: { gpt: { requestsPerDay: 5 } } },
  'gpt.totalRequestsPerDay': { to: { gpt: { totalRequestsPerDay: 500 } } },
  'gpt.provenAddress': { to: { gpt: { provenAddress: false } } },
  'gpt.messageCharacters': { to: { gpt: { messageCharacters: 500 } } },
  'gpt.answerTokens': { to: { gpt: { answerTokens: 500 } } },
  'gpt.answerTokensParameter': { to: { gpt: { answerTokensParameter: 'max_tokens' } } },
  'protection.messageLimits': { to: { protection: { messageLimits: null } } },
  'protection.messageLimits.perAddressPerHour': { to: { protection: { messageLimits: { perAddressPerHour: 5 } } } },
  'protection.messageLimits.perAddressPerDay': { to: { protection: { messageLimits: { perAddressPerDay: 20 } } } },
  'protection.messageLimits.perCallerPerHour': { to: { protection: { messageLimits: { perCallerPerHour: null } } } },
  'protection.messageLimits.perCallerPerDay': { to: { protection: { messageLimits: { perCallerPerDay: null } } } },
  'protection.messageLimits.perDay': { to: { protection: { messageLimits: { perDay: 50 } } } },
  'protection.attemptLimits': { to: { protection: { attemptLimits: null } } },
  'protection.attemptLimits.passwordsPerHour': { to: { protection: { attemptLimits: { passwordsPerHour: 20 } } } },
  'protection.attemptLimits.codesPerSession': { to: { protection: { attemptLimits: { codesPerSession: 3 } } } },
  'protection.captcha': { to: captcha },
  'protection.captcha.kind': { with: captcha, to: { protection: { captcha: { ...turnstile, kind: 'HCAPTCHA' } } } },
  'protection.captcha.siteKey': { with: captcha, to: { protection: { captcha: { ...turnstile, siteKey: 'other' } } } },
  'protection.captcha.verifyUrl': {
    with: captcha,
    to: { protection: { captcha: { ...turnstile, verifyUrl: 'https://captcha.acme.example' } } },
  },
  'protection.captcha.secretArn': {
    with: captcha,
    to: {
      protection: {
        captcha: { ...turnstile, secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:captcha-AbCdEf' },
      },
    },
  },
  'protection.webAcl': { to: webAcl },
  'protection.webAcl.requestsPerFiveMinutes': { with: webAcl, to: { protection: { webAcl: { requestsPerFiveMinutes: 500 } } } },
  'protection.webAcl.publicRequestsPerFiveMinutes': {
    with: webAcl,
    to: { protection: { webAcl: { publicRequestsPerFiveMinutes: 50 } } },
  },
  'protection.webAcl.managedRules': { with: webAcl, to: { protection: { webAcl: { managedRules: 'BLOCK' } } } },
  'protection.threatProtection': {
    with: { signIn: { plan: 'PLUS', clientSecret: true }, protection: { threatProtection: 'AUDIT' } },
    to: { protection: { threatProtection: 'ENFORCED' } },
  },
  'monitoring.alarms': { to: alarms },
  'monitoring.alarms.topicArn': {
    with: alarms,
    to: { monitoring: { alarms: { topicArn: 'arn:aws:sns:eu-central-1:123456789012:oncall', emails: [] } } },
  },
  'monitoring.alarms.emails': { with: alarms, to: { monitoring: { alarms: { emails: ['oncall@acme.example'] } } } },
  'monitoring.alarms.functionErrors': { with: alarms, to: { monitoring: { alarms: { functionErrors: 1 } } } },
  'monitoring.alarms.latencyMs': { with: alarms, to: { monitoring: { alarms: { latencyMs: 1000 } } } },
  'monitoring.alarms.gptLatencyMs': { with: alarms, to: { monitoring: { alarms: { gptLatencyMs: 10_000 } } } },
  'monitoring.alarms.deliveryFailures': { with: alarms, to: { monitoring: { alarms: { deliveryFailures: 1 } } } },
  'monitoring.alarms.signInFailures': { with: alarms, to: { monitoring: { alarms: { signInFailures: 20 } } } },
  'monitoring.dashboard': { to: { monitoring: { dashboard: true } } },
};
