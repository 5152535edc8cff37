import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { CognitoGraphqlApi, type CognitoGraphqlApiProps } from 'cognito-graphql-api';
import type { Construct } from 'constructs';

/** The stack of another application. The users and their API are one construct among its own resources. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, auth: CognitoGraphqlApiProps) {
    super(scope, id, { description: 'A shop with users' });
    const { api, apiKey, functions, userPool, userPoolClient } = new CognitoGraphqlApi(this, 'Auth', auth);

    // Its own resources, which use what the construct exposes.
    const topicArn = this.formatArn({ service: 'sns', resource: 'shop-trouble' });
    const alarm = functions['sign-up'].metricErrors({ period: Duration.minutes(5) }).createAlarm(this, 'SignUpFails', {
      alarmDescription: 'Nobody can join the shop',
      threshold: 3,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(Topic.fromTopicArn(this, 'Trouble', topicArn));
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    new StringParameter(this, 'GraphQLUrlParameter', {
      description: 'Where the pages of the shop find their users',
      stringValue: api.graphqlUrl,
    });

    // The local runtime finds the pool by the first two names; the others are for a page.
    new CfnOutput(this, 'UserPoolId', { value: userPool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: userPoolClient.userPoolClientId });
    new CfnOutput(this, 'GraphQLUrl', { value: api.graphqlUrl });
    new CfnOutput(this, 'ApiKey', { value: apiKey });
  }
}
