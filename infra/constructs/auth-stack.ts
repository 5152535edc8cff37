import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CognitoGraphqlApi, type CognitoGraphqlApiProps } from './cognito-graphql-api.ts';

/** A complete stack for one stage, with the outputs that a front end reads. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, props: CognitoGraphqlApiProps) {
    const { naming, retention } = props.settings;
    super(scope, id, {
      stackName: naming.stackName,
      ...(naming.region !== null && {
        env: { region: naming.region, ...(naming.account !== null && { account: naming.account }) },
      }),
      description: 'Sign-up, sign-in and account self-service over GraphQL',
      terminationProtection: retention.terminationProtection,
    });
    // CloudFormation does not support tags on dashboards in every Region yet.
    const excludeResourceTypes = ['AWS::CloudWatch::Dashboard'];
    for (const [name, value] of Object.entries(naming.tags)) Tags.of(this).add(name, value, { excludeResourceTypes });

    const { apiKey, apiKeyExpires, surroundings, userPool, userPoolClient, poolDomain } = new CognitoGraphqlApi(
      this,
      'Auth',
      props,
    );

    // The names are those in .local/outputs.json on a laptop. `cdk deploy --outputs-file` nests them under the name of
    // the stack.
    const outputs = {
      GraphQLUrl: surroundings.url,
      // Not a secret: every browser that shows the sign-in page has it.
      ApiKey: apiKey,
      // AppSync does not warn about it; `npm run deploy` prints it.
      ApiKeyExpires: apiKeyExpires.toISOString(),
      Region: this.region,
      UserPoolId: userPool.userPoolId,
      UserPoolClientId: userPoolClient.userPoolClientId,
      CognitoEndpoint: `https://cognito-idp.${this.region}.${this.urlSuffix}`,
      ...(surroundings.domainTarget !== null && { DomainTarget: surroundings.domainTarget }),
      ...(poolDomain.oauthUrl !== null && { LoginUrl: poolDomain.oauthUrl }),
      ...(poolDomain.target !== null && { LoginDomainTarget: poolDomain.target }),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
