import type { PreSignUpEnv } from '../../resolvers/config/environment.ts';
import { sentByTrigger } from './message-trigger.ts';
import type { Settings } from './stage.ts';
import { type TriggerKey, triggerKeys } from './users/triggers.ts';

/** A trigger of a stage: one of the deployment's own, or one of ours that a setting requires. */
export interface StageTrigger {
  readonly key: TriggerKey;
  /** Path of its entry, relative to the root of the project. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly rights: readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[];
  readonly poolActions: readonly string[];
  /** Names in its code that the bundler replaces with these values, which are too large for an environment variable. */
  readonly constants: Readonly<Record<string, unknown>>;
}

const folder = 'resolvers/triggers';

/**
 * All triggers of a stage. There is at most one of each kind, since `rules/triggers.ts` and `rules/messages.ts` refuse
 * two.
 */
export function triggersOf(settings: Settings): readonly StageTrigger[] {
  const own = triggerKeys.flatMap((key) => {
    const trigger = settings.triggers[key];
    return trigger === null ? [] : [{ ...plain, ...trigger, key }];
  });
  return [...own, ...preSignUp(settings), ...customMessage(settings)];
}

const plain = { environment: {}, rights: [], poolActions: [], constants: {} } as const;

function preSignUp({ signUp }: Settings): StageTrigger[] {
  if (signUp.emailDomains.length === 0) return [];
  const environment = { EMAIL_DOMAINS: signUp.emailDomains.join() } satisfies PreSignUpEnv;
  return [{ ...plain, key: 'preSignUp', entry: `${folder}/pre-sign-up.lambda.ts`, environment }];
}

function customMessage(settings: Settings): StageTrigger[] {
  if (sentByTrigger(settings).length === 0) return [];
  const { texts, languages } = settings.messages;
  const constants = { MESSAGE_TEXTS: { texts, languages } };
  return [{ ...plain, key: 'customMessage', entry: `${folder}/custom-message.lambda.ts`, constants }];
}
