import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The topic that the alarms tell, encrypted and by TLS only, and the addresses that subscribe to it. */
export function alarmTopic(scope: Construct, emails: readonly string[]): Topic {
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
  // A key of its own: the policy of AWS's key for SNS, alias/aws/sns, cannot be changed, and lets no alarm through
  // (https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns).
  // @see docs/aws-behaviour/messages.md#messages.alarm-topic
  const key = new Key(scope, 'Key', {
    description: 'Encrypts the alarms on their way',
    enableKeyRotation: true,
    // Nothing that it encrypts outlives a mail.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  key.addToResourcePolicy(
    // In the form of AWS's documentation, for alarms of any account: whose may publish is said in the policy of the
    // topic.
    new PolicyStatement({ principals: [cloudWatch], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
  );
  const topic = new Topic(scope, 'Topic', { masterKey: key, enforceSSL: true });
  // A topic with a policy of its own has lost the one that SNS gives it, by which the account's own alarms may publish.
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
