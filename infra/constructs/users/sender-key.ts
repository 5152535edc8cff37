import type { RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

/** The key under which Cognito hands codes to custom senders. */
export interface SenderKey {
  readonly key: IKey;
  readonly arn: string;
}

/**
 * The stage's own key, or a new one that lives as long as the pool: codes under a lost key can never be read. Null
 * where nothing sends.
 * @see docs/aws-behaviour/messages.md#messages.sender-key
 */
export function senderKey(scope: Construct, { triggers, messages }: Settings, removalPolicy: RemovalPolicy): SenderKey | null {
  if (triggers.customEmailSender === null && triggers.customSmsSender === null) return null;
  const key =
    messages.senderKeyArn === null
      ? new Key(scope, 'SenderKey', {
          description: 'Codes on their way from Cognito to the functions that send them',
          enableKeyRotation: true,
          removalPolicy,
        })
      : Key.fromKeyArn(scope, 'SenderKey', messages.senderKeyArn);
  return { key, arn: key.keyArn };
}
