import { stages } from './config.ts';
import { ConfigurationError } from './errors/configuration-error.ts';
import { parseSettings } from './settings/parse/parse.ts';
import type { Settings, SettingsInput } from './settings/stage.ts';

/** What a command line selects: `--stage prod`, or as the CDK's context `-c stage=prod`, `-c local=true`. */
export interface Selection {
  /** A key of `stages`. */
  readonly stage: string;
  /**
   * Whether the assembly is for the laptop alone. The one difference: where the stage names no relying party of its
   * own, passkeys are on for `localhost`, which a deployed pool must not trust. Default false.
   */
  readonly local?: boolean;
  /**
   * Whether pool and stack can be deleted whatever the stage says: for the first step of a first deployment, since what
   * a creation that fails has made is deleted again. Default false.
   */
  readonly unprotected?: boolean;
}

/**
 * A stage's settings, every default filled in. Throws an error that names each wrong setting, what it may be and its
 * value.
 */
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
