import type { SettingsInput } from './settings/stage.ts';

/**
 * The stages, side by side: the one place to configure a deployment. `npm run deploy -- --stage prod`; without a stage
 * it is `dev`. What a setting means, its unit, range and default: `infra/settings/`.
 */
export const stages = {
  /**
   * What `npm start` runs: everything on that can be on together without a mail domain, an SMS sender or a host name of
   * one's own.
   */
  dev: {
    naming: { stackName: 'CognitoGraphqlDev', tags: { stage: 'dev' } },
    retention: { keepData: false, deletionProtection: false, terminationProtection: false, logDays: 7 },
    signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] },
    signIn: {
      flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      // A pool that tracks devices refreshes only for a device that was confirmed, and named: a page that knows of no
      // devices would have to sign its users in again as soon as their access tokens end. Switch it on when yours calls
      // `confirmDevice`.
      rememberDevices: 'NEVER',
    },
    tokens: { sessions: {} },
    mfa: { recoveryCodes: true },
    activity: { days: 90 },
    // Any model: on a laptop the key is the developer's own.
    gpt: { models: ['*'] },
  },
  /** A careful deployment, to be made yours: what is marked so names somebody else's domain, language or taste. */
  prod: {
    naming: { stackName: 'CognitoGraphqlProd', tags: { stage: 'prod' } },
    passwords: { minimumLength: 12 },
    signUp: {
      modes: ['PASSWORD'],
      requiredAttributes: ['email'],
      // Yours: only its people may sign up. Leave it out to let everybody in.
      emailDomains: ['example.com'],
    },
    // Everybody has an authenticator app: whoever has none sets it up at the first sign-in.
    mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA'], recoveryCodes: true },
    // Users see who signed in as them, for a quarter of a year.
    activity: { days: 90 },
    // Each refresh ends the token it was made with, so that a stolen one is good for half a minute at most after its
    // owner's next refresh.
    tokens: { accessMinutes: 60, idMinutes: 60, rotation: { graceSeconds: 30 } },
    messages: {
      // Yours: one language, which Cognito sends by itself, 50 mails a day. More mails or more languages want `ses`.
      texts: {
        verification: {
          subject: 'Ihr Bestätigungscode',
          email: 'Willkommen! Ihr Bestätigungscode lautet {####}. Er gilt 24 Stunden.',
          sms: 'Ihr Bestätigungscode lautet {####}.',
        },
        invitation: {
          subject: 'Ihr Zugang',
          email:
            'Ihr Benutzername ist {username}, Ihr vorläufiges Passwort {####}. Bei der ersten Anmeldung wählen Sie ein eigenes.',
          sms: 'Ihr Benutzername ist {username}, Ihr vorläufiges Passwort {####}.',
        },
      },
    },
    api: { introspection: false },
    protection: { webAcl: {} },
    // Yours: who is told.
    monitoring: { alarms: { emails: ['you@example.com'] }, dashboard: true },
  },
} satisfies Record<string, SettingsInput>;
