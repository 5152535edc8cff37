import { z } from 'zod';
import { activity } from './groups/activity.ts';
import { api } from './groups/api.ts';
import { domain } from './groups/domain.ts';
import { functions } from './groups/functions.ts';
import { gpt } from './groups/gpt.ts';
import { messages } from './groups/messages.ts';
import { mfa } from './groups/mfa.ts';
import { monitoring } from './groups/monitoring.ts';
import { naming } from './groups/naming.ts';
import { passwords } from './groups/passwords.ts';
import { protection } from './groups/protection.ts';
import { retention } from './groups/retention.ts';
import { signIn } from './groups/sign-in.ts';
import { signUp } from './groups/sign-up.ts';
import { tokens } from './groups/tokens.ts';
import { triggers } from './groups/triggers.ts';

/**
 * All that a stage may set, in groups. A group may be left out: every setting but the name of the stack has a default.
 */
export const stageSchema = z.strictObject({
  naming,
  retention: retention.prefault({}),
  domain,
  passwords: passwords.prefault({}),
  signUp: signUp.prefault({}),
  signIn: signIn.prefault({}),
  mfa: mfa.prefault({}),
  messages: messages.prefault({}),
  tokens: tokens.prefault({}),
  activity,
  api: api.prefault({}),
  functions: functions.prefault({}),
  triggers: triggers.prefault({}),
  gpt,
  protection: protection.prefault({}),
  monitoring: monitoring.prefault({}),
});

/** A stage as it is written down. */
export type SettingsInput = z.input<typeof stageSchema>;

/** A stage with every default filled in. */
export type Settings = z.output<typeof stageSchema>;
