import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CognitoGraphqlApi, type CognitoGraphqlApiProps } from './cognito-graphql-api.ts';

/** One stage, ready-made, with the outputs that a front end reads. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, props: CognitoGraphqlApiProps) {
    const { naming, retention } = props.settings;
    super(scope, id, {
      stackName: naming.stackName,
      description: 'Sign-up, sign-in and account self-service over GraphQL',
      terminationProtection: retention.terminationProtection,
    });
    for (const [name, value] of Object.entries(naming.tags)) Tags.of(this).add(name, value);

    const { api, apiKey, userPool, userPoolClient } = new CognitoGraphqlApi(this, 'Auth', props);

    // The names are those of the laptop's .local/outputs.json. `cdk deploy --outputs-file` nests them under the name of the stack.
    const outputs = {
      GraphQLUrl: api.graphqlUrl,
      // No secret: every browser that shows the sign-in page has it.
      ApiKey: apiKey,
      Region: this.region,
      UserPoolId: userPool.userPoolId,
      UserPoolClientId: userPoolClient.userPoolClientId,
      CognitoEndpoint: `https://cognito-idp.${this.region}.${this.urlSuffix}`,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
