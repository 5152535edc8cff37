import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The encrypted topic that the alarms notify, through TLS only, with the addresses that subscribe to it. */
export function alarmTopic(scope: Construct, emails: readonly string[]): Topic {
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
  // A key of its own: the policy of AWS's key for SNS, alias/aws/sns, cannot be changed and does not allow alarms
  // (https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns).
  // @see docs/aws-behaviour/messages.md#messages.alarm-topic
  const key = new Key(scope, 'Key', {
    description: 'Encrypts the notifications of the alarms',
    enableKeyRotation: true,
    // It encrypts nothing that is kept.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  key.addToResourcePolicy(
    // As in AWS's documentation, this allows alarms of any account; the policy of the topic says which may publish.
    new PolicyStatement({ principals: [cloudWatch], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  );
  const topic = new Topic(scope, 'Topic', { masterKey: key, enforceSSL: true });
  // A topic with its own policy loses the default policy of SNS, which lets the account's alarms publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  for (const address of emails) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
