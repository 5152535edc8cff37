import { ConfigurationError } from './configuration-error.ts';
import { parseSettings } from './settings/parse.ts';
import type { Settings, SettingsInput } from './settings/stage.ts';

/**
 * The stages, side by side: the one place to configure a deployment. `npm run deploy -- --stage prod`; without a stage it is `dev`.
 * What a setting means, its unit, range and default: `infra/settings/`.
 */
export const stages = {
  /** What `npm start` runs: everything on that can be on together without a mail domain, an SMS sender or a host name of one's own. */
  dev: {
    naming: { stackName: 'CognitoGraphqlDev', tags: { stage: 'dev' } },
    retention: { keepData: false, deletionProtection: false, terminationProtection: false, logDays: 7 },
    signUp: { modes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'] },
    signIn: {
      flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      // A pool that tracks devices refreshes only for a device that was confirmed, and named: a page that knows of no devices would have to
      // sign its users in again as soon as their access tokens end. Switch it on when yours calls `confirmDevice`.
      rememberDevices: 'NEVER',
    },
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
    mfa: { mode: 'ON', types: ['SOFTWARE_TOKEN_MFA'] },
    // Each refresh ends the token it was made with, so that a stolen one is good for half a minute at most after its owner's next refresh.
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

/** What a command line selects: `--stage prod`, or as the CDK's context `-c stage=prod`, `-c local=true`. */
export interface Selection {
  /** A key of `stages`. */
  readonly stage: string;
  /**
   * Whether the assembly is for the laptop alone. The one difference: where the stage names no relying party of its own, passkeys are on for
   * `localhost`, which a deployed pool must not trust. Default false.
   */
  readonly local?: boolean;
  /**
   * Whether pool and stack can be deleted whatever the stage says: for the first step of a first deployment, since what a creation that fails has
   * made is deleted again. Default false.
   */
  readonly unprotected?: boolean;
}

/** A stage's settings, every default filled in. Throws an error that names each wrong setting, what it may be and its value. */
export function stageSettings(
  { stage, local = false, unprotected = false }: Selection,
  known: Readonly<Record<string, SettingsInput>> = stages,
): Settings {
  const written = Object.hasOwn(known, stage) ? known[stage] : undefined;
  if (written === undefined) {
    throw new ConfigurationError(`There is no stage "${stage}" in infra/config.ts; it has ${Object.keys(known).join(', ')}.`);
  }
  const heading = `Stage "${stage}" in infra/config.ts is no configuration:`;
  const parsed = parseSettings(written, heading);
  refuseSharedStack(stage, known, heading);
  const settings = unprotected ? withoutProtection(parsed) : parsed;
  return local ? parseSettings(withLocalPasskeys(settings), heading) : settings;
}

/** A stage that was copied and kept its stackName would be deployed over the one it was copied from. */
function refuseSharedStack(stage: string, known: Readonly<Record<string, SettingsInput>>, heading: string): void {
  const { naming } = known[stage] ?? {};
  const apart = (mine?: string | null, theirs?: string | null): boolean => !!mine && !!theirs && mine !== theirs;
  const twin = Object.entries(known).find(
    ([name, other]) =>
      name !== stage &&
      other.naming.stackName === naming?.stackName &&
      !apart(other.naming.region, naming.region) &&
      !apart(other.naming.account, naming.account),
  );
  if (twin === undefined) return;
  throw new ConfigurationError(heading, [
    `naming.stackName must be another than that of stage "${twin[0]}", or naming.region or naming.account: one would be deployed over the other; it is ${JSON.stringify(naming?.stackName)}.`,
  ]);
}

function withoutProtection(settings: Settings): Settings {
  return { ...settings, retention: { ...settings.retention, deletionProtection: false, terminationProtection: false } };
}

function withLocalPasskeys(settings: Settings): Settings {
  const { signIn } = settings;
  if (signIn.passkeys !== null || !signIn.flows.includes('USER_AUTH')) return settings;
  return {
    ...settings,
    signIn: {
      ...signIn,
      firstFactors: [...signIn.firstFactors, 'WEB_AUTHN'],
      passkeys: { relyingParty: 'localhost', userVerification: settings.mfa.mode === 'ON' ? 'required' : 'preferred' },
    },
  };
}
