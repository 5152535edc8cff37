import { Duration } from 'aws-cdk-lib';
import {
  type CfnUserPoolClient,
  OAuthScope,
  type UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolClientOptions,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { providersOf } from '../../settings/federation-providers.ts';
import type { Settings } from '../../settings/stage.ts';
import { readableAttributes, writableAttributes } from './attributes.ts';

/** The app client of this API. */
export function createAppClient(scope: Construct, userPool: UserPool, settings: Settings): UserPoolClient {
  const { mfa, signIn, signUp, tokens } = settings;
  const client = new UserPoolClient(scope, 'Client', {
    userPool,
    ...oauth(settings),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    ...(signIn.clientSecret && { generateSecret: true }),
    // All flows are listed, since otherwise the default of the service would apply.
    // @see docs/aws-behaviour/cognito-settings.md#cognito.client.flows
    authFlows: {
      userPassword: signIn.flows.includes('USER_PASSWORD_AUTH'),
      userSrp: signIn.flows.includes('USER_SRP_AUTH'),
      user: signIn.flows.includes('USER_AUTH'),
      custom: signIn.flows.includes('CUSTOM_AUTH'),
      // recoverAccess uses this flow to check a password. Only callers with rights in the pool can use it
      // (API_AdminInitiateAuth).
      ...(mfa.recoveryCodes && { adminUserPassword: true }),
    },
    // With rotation, the CDK leaves out ALLOW_REFRESH_TOKEN_AUTH, which Cognito would refuse.
    ...(tokens.rotation && { refreshTokenRotationGracePeriod: Duration.seconds(tokens.rotation.graceSeconds) }),
    ...(passesCallerAddress(settings) && { enablePropagateAdditionalUserContextData: true }),
    authSessionValidity: Duration.minutes(tokens.challengeMinutes),
    accessTokenValidity: Duration.minutes(tokens.accessMinutes),
    idTokenValidity: Duration.minutes(tokens.idMinutes),
    refreshTokenValidity: Duration.days(tokens.refreshDays),
    readAttributes: readableAttributes(signUp),
    writeAttributes: writableAttributes(signUp),
  });
  // Leaving the property out may leave an existing client unchanged, so it is disabled explicitly. The plan LITE has no
  // rotation and nothing to disable.
  if (tokens.rotation === null && signIn.plan !== 'LITE') resourceOf(client).refreshTokenRotation = { feature: 'DISABLED' };
  return client;
}

/** OAuth by authorization code; off without federation. */
function oauth(settings: Settings): UserPoolClientOptions {
  const { federation } = settings;
  if (federation === null) return { disableOAuth: true };
  const { callbackUrls, signOutUrls, scopes, ownUsers } = federation;
  const names = [...(ownUsers ? ['COGNITO'] : []), ...providersOf(settings).map(({ name }) => name)];
  return {
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: scopes.map((scope) => OAuthScope.custom(scope)),
      callbackUrls: [...callbackUrls],
      ...(signOutUrls.length > 0 && { logoutUrls: [...signOutUrls] }),
    },
    supportedIdentityProviders: names.map((name) => UserPoolClientIdentityProvider.custom(name)),
  };
}

function resourceOf(client: UserPoolClient): CfnUserPoolClient {
  return client.node.defaultChild as CfnUserPoolClient; // UserPoolClient always has this child
}

/**
 * Threat protection rates an address. Without this, it would be the address of the functions.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.caller-address
 */
function passesCallerAddress({ protection }: Settings): boolean {
  return protection.threatProtection !== 'OFF';
}

/** What the functions need to know about the app client. */
export function appClientEnvironment(client: UserPoolClient, settings: Settings) {
  const { attrClientSecret } = resourceOf(client);
  return {
    USER_POOL_CLIENT_ID: client.userPoolClientId,
    // The attribute itself, since `userPoolClientSecret` would add a function that may read every client of the pool.
    ...(settings.signIn.clientSecret && { USER_POOL_CLIENT_SECRET: attrClientSecret }),
    ...(passesCallerAddress(settings) && { PASS_CALLER_ADDRESS: 'true' }),
  };
}
