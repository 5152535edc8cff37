import type { SettingsInput } from '../stage.ts';
import { defaultFlows, passwordlessSettings } from '../users/sign-in.ts';

/** The stage with the settings that another setting implies: `signIn.passwordless` adds its flow. */
export function expand(written: SettingsInput): SettingsInput {
  // An invalid value is left unchanged here, and refused by the schema later.
  if (!passwordlessSettings.safeParse(written?.signIn?.passwordless).success) return written;
  const { flows = defaultFlows } = written.signIn ?? {};
  return {
    ...written,
    signIn: { ...written.signIn, flows: flows.includes('CUSTOM_AUTH') ? [...flows] : [...flows, 'CUSTOM_AUTH'] },
  };
}
