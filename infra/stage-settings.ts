import { stages } from './config.ts';
import { ConfigurationError } from './errors/configuration-error.ts';
import { parseSettings } from './settings/parse/parse.ts';
import type { Settings, SettingsInput } from './settings/stage.ts';

/** What a command line selects: `--stage prod`, or the CDK's context `-c stage=prod` and `-c local=true`. */
export interface Selection {
  /** A key of `stages`. */
  readonly stage: string;
  /**
   * Whether the assembly is only for a laptop. There are two differences: if the stage names no relying party, passkeys
   * are enabled for `localhost`, which a deployed pool must not trust; and `gpt` accepts any model, since developers
   * use their own key. Default false.
   */
  readonly local?: boolean;
  /**
   * Whether pool and stack can be deleted, whatever the stage says. For the first step of a first deployment, since a
   * failed creation must be deleted again. Default false.
   */
  readonly unprotected?: boolean;
}

/**
 * The settings of a stage with every default. Throws an error that names each wrong setting, the allowed values and its
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
  const heading = `Stage "${stage}" in infra/config.ts has invalid settings:`;
  const parsed = parseSettings(written, heading, local);
  refuseSharedStack(stage, known, heading);
  const settings = unprotected ? withoutProtection(parsed) : parsed;
  return local ? parseSettings(withAnyModel(withLocalPasskeys(settings)), heading, local) : settings;
}

/** A copied stage with an unchanged stackName would be deployed over the original stage. */
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
    `naming.stackName must differ from that of stage "${twin[0]}", or naming.region or naming.account must: otherwise one would be deployed over the other; it is ${JSON.stringify(naming?.stackName)}.`,
  ]);
}

function withoutProtection(settings: Settings): Settings {
  return { ...settings, retention: { ...settings.retention, deletionProtection: false, terminationProtection: false } };
}

function withAnyModel(settings: Settings): Settings {
  const { gpt } = settings;
  return gpt === null || gpt.models.includes('*') ? settings : { ...settings, gpt: { ...gpt, models: [...gpt.models, '*'] } };
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
