import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { encryptMessage } from './encryption-sdk.ts';
import { attributesOf, type Caller, callOf } from './fire.ts';
import type { Occasion } from './table.ts';

export type SenderEffects = Pick<Services, 'afterCommit' | 'invokeTrigger' | 'region' | 'accountId' | 'generateDataKey'>;

const senders = {
  EMAIL: { setting: 'CustomEmailSender', type: 'customEmailSenderRequestV1' },
  SMS: { setting: 'CustomSMSSender', type: 'customSMSSenderRequestV1' },
} as const;

/** Whether the deployment's own function sends messages by this medium. */
export function hasSender({ settings }: UserPool, medium: 'EMAIL' | 'SMS'): boolean {
  return settings.LambdaConfig?.[senders[medium].setting] !== undefined;
}

/**
 * Passes a code, encrypted with the pool's KMS key, to the function that sends messages instead of Cognito. Nobody
 * waits for it, and only its own log shows a failure.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.sender-is-silent
 */
export function handToSender(
  effects: SenderEffects,
  pool: UserPool,
  medium: 'EMAIL' | 'SMS',
  occasion: Occasion<'CustomMessage'>,
  user: Pick<User, 'sub' | 'status' | 'attributes' | 'username'>,
  { clientId, clientMetadata }: Caller,
  code: string,
): void {
  const { LambdaConfig } = pool.settings;
  const { setting, type } = senders[medium];
  const functionArn = LambdaConfig?.[setting]?.LambdaArn;
  const keyArn = LambdaConfig?.KMSKeyID;
  if (functionArn === undefined || keyArn === undefined || !effects.generateDataKey) return;
  const context = { 'userpool-id': pool.id };
  const encrypted = encryptMessage(code, effects.generateDataKey(keyArn, context), keyArn, context);
  const request = {
    type,
    code: encrypted.toString('base64'),
    clientMetadata: clientMetadata ?? null,
    userAttributes: attributesOf(user),
  };
  const event = { triggerSource: `${setting}_${occasion}`, userName: user.username, clientId, request, response: {} };
  effects.afterCommit(() => void Promise.allSettled([effects.invokeTrigger(callOf(effects, pool, functionArn, event))]));
}
