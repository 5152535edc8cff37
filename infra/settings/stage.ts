import { z } from 'zod';
import { api } from './deployment/api.ts';
import { domain } from './deployment/domain.ts';
import { functions } from './deployment/functions.ts';
import { gpt } from './deployment/gpt.ts';
import { monitoring } from './deployment/monitoring.ts';
import { naming } from './deployment/naming.ts';
import { protection } from './deployment/protection.ts';
import { retention } from './deployment/retention.ts';
import { activity } from './users/activity.ts';
import { administration } from './users/administration.ts';
import { federation } from './users/federation.ts';
import { messages } from './users/messages.ts';
import { mfa } from './users/mfa.ts';
import { passwords } from './users/passwords.ts';
import { signIn } from './users/sign-in.ts';
import { signUp } from './users/sign-up.ts';
import { tokens } from './users/tokens.ts';
import { triggers } from './users/triggers.ts';

/**
 * All settings of a stage, in groups. A group may be left out: every setting but the name of the stack has a default.
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
  administration,
  federation,
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
