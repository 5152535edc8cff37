import { z } from 'zod';
import { api } from './api.ts';
import { domain } from './domain.ts';
import { functions } from './functions.ts';
import { gpt } from './gpt.ts';
import { messages } from './messages.ts';
import { mfa } from './mfa.ts';
import { monitoring } from './monitoring.ts';
import { naming } from './naming.ts';
import { passwords } from './passwords.ts';
import { protection } from './protection.ts';
import { retention } from './retention.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { tokens } from './tokens.ts';
import { triggers } from './triggers.ts';

/** All that a stage may set, in groups. A group may be left out: every setting but the name of the stack has a default. */
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
