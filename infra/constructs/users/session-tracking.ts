import { CfnResource, Validations } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

/**
 * Makes Cognito keep a list of each user's sessions. Without this resource it keeps none.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.session-list
 */
export function trackSessions(scope: Construct, pool: UserPool, maxPerUser: number): void {
  const tracking = new CfnResource(scope, 'Sessions', {
    type: 'AWS::Cognito::UserPoolSessionConfigurationAttachment',
    properties: {
      UserPoolId: pool.userPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: maxPerUser },
    },
  });
  // @see docs/aws-behaviour/cloudformation.md#cloudformation.unknown-type
  Validations.of(tracking).acknowledge({
    id: 'CloudFormation-Validate::F3006',
    reason: 'The resource type is newer than the list of types that the CDK checks against.',
  });
}
