import type { Change, Part } from './change.ts';

const own = { entry: 'triggers/own.ts' };
const other = { entry: 'triggers/other.ts' };
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
const text = (subject: string) => ({ subject, email: `${subject} {####}`, sms: `${subject} {####}` });
const secret = { signIn: { clientSecret: true } } satisfies Part;
const link = {
  messages: { verifyBy: 'LINK', linkDomainPrefix: 'acme-prod', texts: { verification: { email: '{##Confirm##}' } } },
} satisfies Part;

/** One change of each setting in `infra/settings/users`. */
export const changesOfUsers: Readonly<Record<string, Change>> = {
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
};
