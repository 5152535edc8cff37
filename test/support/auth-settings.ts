import type { AuthSettings } from '../../resolvers/config/environment.ts';

/** What the functions know of the stage, unless a test changes it. */
export const authSettings: AuthSettings = {
  signUpModes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'],
  signInNames: ['USERNAME', 'EMAIL'],
  flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'],
  passwordPolicy: {
    minimumLength: 8,
    requireUppercase: true,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
    historySize: 0,
    temporaryPasswordValidityDays: 7,
  },
  mfaMode: 'OPTIONAL',
  mfaTypes: ['SOFTWARE_TOKEN_MFA'],
  firstFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  requiredAttributes: ['email'],
  verifyBy: 'CODE',
  recovery: ['EMAIL'],
  emailDomains: ['example.com'],
  challengeMinutes: 3,
  rememberDevices: 'NEVER',
  tracksSessions: false,
  hidesAddresses: false,
  reauthentication: { maxAgeSeconds: 600, acr: null },
  gptEnabled: true,
  gptLimits: { requestsPerDay: 100, messageCharacters: 8000, answerTokens: 2048 },
  recoveryCodes: true,
  activityDays: 90,
  captcha: null,
};
