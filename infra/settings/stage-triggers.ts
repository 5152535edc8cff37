import type { PasswordlessEnv, PreSignUpEnv } from '../../resolvers/config/environment.ts';
import { providerNames } from './federation-providers.ts';
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
  /** Whether it counts the messages that it sends, with those of the API. */
  readonly countsMessages: boolean;
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
  return [...own, ...preSignUp(settings), ...passwordless(settings), ...customMessage(settings)];
}

const plain = { environment: {}, rights: [], poolActions: [], countsMessages: false, constants: {} } as const;

function preSignUp(settings: Settings): StageTrigger[] {
  const { signUp, federation } = settings;
  if (signUp.emailDomains.length === 0 && federation === null) return [];
  const trusted = federation?.linkByVerifiedEmail ?? [];
  const environment = {
    EMAIL_DOMAINS: signUp.emailDomains.join(),
    ...(federation && { PROVIDERS: providerNames(settings), LINK_BY_VERIFIED_EMAIL: trusted.join() }),
  } satisfies PreSignUpEnv;
  // To find the user who has verified the address that a provider reports.
  const poolActions = [
    ...(federation === null ? [] : ['cognito-idp:ListUsers']),
    ...(trusted.length === 0 ? [] : ['cognito-idp:AdminLinkProviderForUser']),
  ];
  const constants = { FEDERATION: federation !== null };
  return [{ ...plain, key: 'preSignUp', entry: `${folder}/pre-sign-up.lambda.ts`, environment, poolActions, constants }];
}

function passwordless({ signIn: { passwordless: settings } }: Settings): StageTrigger[] {
  if (settings === null) return [];
  const { sender, identityArn } = settings;
  const entry = (name: string): string => `resolvers/passwordless/${name}.lambda.ts`;
  // `arn:aws:ses:<region>:…`, which the setting has checked.
  const [, , , region = ''] = identityArn.split(':');
  return [
    { ...plain, key: 'defineAuthChallenge', entry: entry('define-auth-challenge') },
    {
      ...plain,
      key: 'createAuthChallenge',
      entry: entry('create-auth-challenge'),
      environment: { SENDER: sender, SENDER_REGION: region } satisfies PasswordlessEnv,
      rights: [{ actions: ['ses:SendEmail'], resources: [identityArn] }],
      countsMessages: true,
    },
    { ...plain, key: 'verifyAuthChallengeResponse', entry: entry('verify-auth-challenge-response') },
  ];
}

function customMessage(settings: Settings): StageTrigger[] {
  if (sentByTrigger(settings).length === 0) return [];
  const { texts, languages } = settings.messages;
  const constants = { MESSAGE_TEXTS: { texts, languages } };
  return [{ ...plain, key: 'customMessage', entry: `${folder}/custom-message.lambda.ts`, constants }];
}
