import { passwordless } from '../passwordless.ts';
import type { SettingsInput } from '../stage.ts';
import { defaultFlows, passwordlessSettings } from '../users/sign-in.ts';

/** The stage with the settings that another setting implies: `signIn.passwordless` adds its flow and its triggers. */
export function expand(written: SettingsInput): SettingsInput {
  // An invalid value is left unchanged here, and refused by the schema later.
  const { data, success } = passwordlessSettings.safeParse(written?.signIn?.passwordless);
  if (!success) return written;
  const { flows = defaultFlows } = written.signIn ?? {};
  return {
    ...written,
    signIn: { ...written.signIn, flows: flows.includes('CUSTOM_AUTH') ? [...flows] : [...flows, 'CUSTOM_AUTH'] },
    triggers: { ...written.triggers, ...missing(written.triggers, passwordless(data)) },
  };
}

type Triggers = NonNullable<SettingsInput['triggers']>;

/** A trigger that the stage sets itself is kept, so that the rules refuse it. */
function missing(own: Triggers = {}, triggers: Triggers): Triggers {
  return Object.fromEntries(Object.entries(triggers).filter(([name]) => !(name in own) || own[name as keyof Triggers] === null));
}
