import { Duration } from 'aws-cdk-lib';
import { type CfnUserPoolClient, type UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { readableAttributes, writableAttributes } from './attributes.ts';

/** The app client of this API. */
export function createAppClient(scope: Construct, userPool: UserPool, settings: Settings): UserPoolClient {
  const { mfa, signIn, signUp, tokens } = settings;
  const client = new UserPoolClient(scope, 'Client', {
    userPool,
    disableOAuth: true,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    ...(signIn.clientSecret && { generateSecret: true }),
    // Listed flow by flow: left out, the service's own default would apply.
    // @see docs/aws-behaviour/cognito-settings.md#cognito.client.flows
    authFlows: {
      userPassword: signIn.flows.includes('USER_PASSWORD_AUTH'),
      userSrp: signIn.flows.includes('USER_SRP_AUTH'),
      user: signIn.flows.includes('USER_AUTH'),
      custom: signIn.flows.includes('CUSTOM_AUTH'),
      // How recoverAccess has a password proved; only callers with rights in the pool can use it
      // (API_AdminInitiateAuth).
      ...(mfa.recoveryCodes && { adminUserPassword: true }),
    },
    // The CDK then leaves ALLOW_REFRESH_TOKEN_AUTH out, which Cognito refuses beside it.
    ...(tokens.rotation && { refreshTokenRotationGracePeriod: Duration.seconds(tokens.rotation.graceSeconds) }),
    ...(passesCallerAddress(settings) && { enablePropagateAdditionalUserContextData: true }),
    authSessionValidity: Duration.minutes(tokens.challengeMinutes),
    accessTokenValidity: Duration.minutes(tokens.accessMinutes),
    idTokenValidity: Duration.minutes(tokens.idMinutes),
    refreshTokenValidity: Duration.days(tokens.refreshDays),
    readAttributes: readableAttributes(signUp),
    writeAttributes: writableAttributes(signUp),
  });
  // A property that is only left out may leave a living client as it is. The plan LITE has no rotation, and nothing to
  // switch off.
  if (tokens.rotation === null && signIn.plan !== 'LITE') resourceOf(client).refreshTokenRotation = { feature: 'DISABLED' };
  return client;
}

function resourceOf(client: UserPoolClient): CfnUserPoolClient {
  return client.node.defaultChild as CfnUserPoolClient; // what UserPoolClient is made of
}

/**
 * Threat protection judges an address; without this it would be that of the functions.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.caller-address
 */
function passesCallerAddress({ protection }: Settings): boolean {
  return protection.threatProtection !== 'OFF';
}

/** What the functions are told of the app client. */
export function appClientEnvironment(client: UserPoolClient, settings: Settings) {
  const { attrClientSecret } = resourceOf(client);
  return {
    USER_POOL_CLIENT_ID: client.userPoolClientId,
    // The attribute itself: `userPoolClientSecret` would add a function that may read every client of the pool.
    ...(settings.signIn.clientSecret && { USER_POOL_CLIENT_SECRET: attrClientSecret }),
    ...(passesCallerAddress(settings) && { PASS_CALLER_ADDRESS: 'true' }),
  };
}
