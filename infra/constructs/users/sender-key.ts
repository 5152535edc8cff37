import type { RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

/** The key that encrypts the codes which Cognito passes to custom senders. */
export interface SenderKey {
  readonly key: IKey;
  readonly arn: string;
}

/**
 * The stage's own key, or a new one that lives as long as the pool, since codes under a lost key can never be read.
 * Null if there is no custom sender.
 * @see docs/aws-behaviour/messages.md#messages.sender-key
 */
export function senderKey(scope: Construct, { triggers, messages }: Settings, removalPolicy: RemovalPolicy): SenderKey | null {
  if (triggers.customEmailSender === null && triggers.customSmsSender === null) return null;
  const key =
    messages.senderKeyArn === null
      ? new Key(scope, 'SenderKey', {
          description: 'Encrypts codes between Cognito and the functions that send them',
          enableKeyRotation: true,
          removalPolicy,
        })
      : Key.fromKeyArn(scope, 'SenderKey', messages.senderKeyArn);
  return { key, arn: key.keyArn };
}
