import { defaultFlows, passwordlessSettings } from '../groups/sign-in.ts';
import { passwordless } from '../passwordless.ts';
import type { SettingsInput } from '../stage.ts';

/** The stage with what one setting of it switches on in others: `signIn.passwordless` its flow and its triggers. */
export function expand(written: SettingsInput): SettingsInput {
  // Whatever is no such setting is named by the schema.
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

/** One of the stage's own stays, and is refused by the rules. */
function missing(own: Triggers = {}, triggers: Triggers): Triggers {
  return Object.fromEntries(Object.entries(triggers).filter(([name]) => !(name in own) || own[name as keyof Triggers] === null));
}
