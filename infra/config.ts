import type { SettingsInput } from './settings/stage.ts';

/**
 * The stages, side by side. This is the only place to configure a deployment: `npm run deploy -- --stage prod`; the
 * default stage is `dev`. `infra/settings/` says what each setting means, its unit, range and default.
 */
export const stages = {
  /**
   * What `npm start` runs: everything that can be enabled together without owning a mail domain, an SMS sender or a
   * host name.
   */
  dev: {
    naming: { stackName: 'CognitoGraphqlDev', tags: { stage: 'dev' } },
    retention: { keepData: false, deletionProtection: false, terminationProtection: false, logDays: 7 },
    signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] },
    signIn: {
      flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      // If a pool tracks devices, it only refreshes tokens for a confirmed device that the request names. A page that
      // does not know about devices would have to sign users in again whenever their access token expires. Enable it
      // once your page calls `confirmDevice`.
      rememberDevices: 'NEVER',
    },
    tokens: { sessions: {} },
    mfa: { recoveryCodes: true },
    activity: { days: 90 },
    administration: {},
    // On a laptop everybody calls from one address.
    protection: { messageLimits: { perCallerPerHour: null, perCallerPerDay: null } },
  },
  /** A careful deployment to adapt. Comments with "Yours" mark somebody else's domain, language or taste. */
  prod: {
    naming: { stackName: 'CognitoGraphqlProd', tags: { stage: 'prod' } },
    passwords: { minimumLength: 12 },
    signUp: {
      modes: ['PASSWORD'],
      requiredAttributes: ['email'],
      // Yours: only people of this domain may sign up. Remove it to let everybody in.
      emailDomains: ['example.com'],
    },
    // Everybody has an authenticator app; users without one set it up at their first sign-in.
    mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA'], recoveryCodes: true },
    // Users can see the sign-ins to their account for a quarter of a year.
    activity: { days: 90 },
    // Each refresh ends the previous refresh token, so a stolen one works for at most half a minute after its owner's
    // next refresh.
    tokens: { accessMinutes: 60, idMinutes: 60, rotation: { graceSeconds: 30 } },
    messages: {
      // Yours: one language, which Cognito sends by itself, 50 mails a day. More mails or languages require `ses`.
      texts: {
        verification: {
          subject: 'Ihr Bestätigungscode',
          email: 'Willkommen! Ihr Bestätigungscode lautet {####}. Er gilt 24 Stunden.',
          sms: 'Ihr Bestätigungscode lautet {####}.',
        },
        invitation: {
          subject: 'Ihr Zugang',
          email:
            'Ihr Benutzername ist {username}, Ihr vorläufiges Passwort {####}. Bei der ersten Anmeldung wählen ' +
            'Sie ein eigenes.',
          sms: 'Ihr Benutzername ist {username}, Ihr vorläufiges Passwort {####}.',
        },
      },
    },
    api: { introspection: false },
    // Cognito's own address sends 50 mails a day for the whole account: one caller must not use them up.
    protection: { webAcl: {}, messageLimits: { perCallerPerHour: 5, perCallerPerDay: 10, perDay: 50 } },
    // Yours: who receives the alarms.
    monitoring: { alarms: { emails: ['you@example.com'] }, dashboard: true },
  },
  /**
   * Sign-in with Google, the accounts of a company or its directory, beside users of its own. On a laptop stand-ins take
   * the place of the providers: `npm start -- --stage social`. docs/recipes.md says how to register each of them.
   */
  social: {
    naming: { stackName: 'CognitoGraphqlSocial', tags: { stage: 'social' } },
    retention: { keepData: false, deletionProtection: false, terminationProtection: false, logDays: 7 },
    signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'] },
    tokens: { sessions: {} },
    mfa: { recoveryCodes: true },
    activity: { days: 90 },
    administration: {},
    federation: {
      // Yours: the page, wherever it is served.
      callbackUrls: ['http://localhost:4000/app/'],
      signOutUrls: ['http://localhost:4000/app/'],
      providers: {
        google: {
          clientId: '1234567890-example.apps.googleusercontent.com',
          clientSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:google-login-AbCdEf',
        },
        oidc: [
          {
            name: 'AcmeStaff',
            label: 'Acme staff',
            issuer: 'https://login.acme.example',
            clientId: 'cognito',
            clientSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:acme-login-AbCdEf',
          },
        ],
        saml: [
          {
            name: 'AcmeDirectory',
            label: 'Acme directory',
            metadataUrl: 'https://directory.acme.example/metadata.xml',
            attributes: {
              email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
              name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
            },
          },
        ],
      },
      // Whoever signs in with Google gets the account whose owner has verified the same address here.
      linkByVerifiedEmail: ['Google'],
    },
    // On a laptop everybody calls from one address.
    protection: { messageLimits: { perCallerPerHour: null, perCallerPerDay: null } },
  },
} satisfies Record<string, SettingsInput>;
