import { CognitoError, invalidParameter } from '../wire/errors.ts';
import { boolean, type Input, integer, list, map, oneOf, required, string, structure } from '../wire/members.ts';
import { clientSecret, scope, userPoolId } from '../wire/model.ts';
import { refuseUnsafeUrls, urlMembers } from './client-urls.ts';

const unit = oneOf('seconds', 'minutes', 'hours', 'days');
const attributeName = string({ min: 1, max: 2048 });

export const clientMembers = {
  UserPoolId: required(userPoolId),
  ClientName: required(string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' })),
  GenerateSecret: boolean,
  ClientSecret: clientSecret,
  RefreshTokenValidity: integer(0, 315_360_000),
  AccessTokenValidity: integer(1, 86_400),
  IdTokenValidity: integer(1, 86_400),
  TokenValidityUnits: structure({ AccessToken: unit, IdToken: unit, RefreshToken: unit }),
  ReadAttributes: list(attributeName),
  WriteAttributes: list(attributeName),
  ExplicitAuthFlows: list(
    oneOf(
      'ADMIN_NO_SRP_AUTH',
      'CUSTOM_AUTH_FLOW_ONLY',
      'USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
      // Documented with GetClientToken; the list of the service model does not have it yet.
      // @see docs/aws-behaviour/cognito-machines.md#cognito.machines.flow
      'ALLOW_CLIENT_TOKEN_AUTH',
    ),
  ),
  SupportedIdentityProviders: list(string()),
  ...urlMembers,
  AllowedOAuthFlows: list(oneOf('code', 'implicit', 'client_credentials'), 3),
  AllowedOAuthScopes: list(scope, 50),
  AllowedOAuthFlowsUserPoolClient: boolean,
  AnalyticsConfiguration: map({ read: (value: unknown) => value }),
  PreventUserExistenceErrors: oneOf('LEGACY', 'ENABLED'),
  EnableTokenRevocation: boolean,
  EnablePropagateAdditionalUserContextData: boolean,
  AuthSessionValidity: integer(3, 15),
  RefreshTokenRotation: structure({ Feature: required(oneOf('ENABLED', 'DISABLED')), RetryGracePeriodSeconds: integer(0, 60) }),
};

/** The input of CreateUserPoolClient; the template's properties are the same. */
export const createUserPoolClientInput = structure(clientMembers);
export type CreateUserPoolClientInput = Input<typeof clientMembers>;

/** What a client is made of besides its secret. UpdateUserPoolClient can replace all of it. */
type GivenClient = Omit<CreateUserPoolClientInput, 'GenerateSecret' | 'ClientSecret'>;

/** A client's settings, including the service's defaults. */
export type ClientSettings = ReturnType<typeof clientSettings>;

/** Throws InvalidParameterException or InvalidOAuthFlowException for what Cognito refuses. */
export function clientSettings(given: GivenClient, hasSecret: boolean) {
  const settings = {
    ...given,
    // 0 means the default.
    RefreshTokenValidity: given.RefreshTokenValidity || 30,
    EnableTokenRevocation: given.EnableTokenRevocation ?? true,
    AuthSessionValidity: given.AuthSessionValidity ?? 3,
  };
  for (const [broken, refusal] of incompatible) if (broken(settings, hasSecret)) throw refusal;
  refuseScopesOfUsers(settings);
  refuseUnsafeUrls(settings);
  const { accessToken, idToken, refreshToken } = validitySeconds(settings);
  const inRange = (seconds: number, least: number, most: number) => seconds >= least && seconds <= most;
  if (![accessToken, idToken].every((seconds) => inRange(seconds, 300, 86_400)) || !inRange(refreshToken, 3_600, 315_360_000)) {
    throw invalidParameter('Invalid range for token validity.');
  }
  return settings;
}

const machineFlow = 'ALLOW_CLIENT_TOKEN_AUTH';
const flowsOf = ({ ExplicitAuthFlows = [] }: GivenClient) => ExplicitAuthFlows;
const grantsOf = ({ AllowedOAuthFlows = [] }: GivenClient) => AllowedOAuthFlows;
const invalidGrant = (message: string) => new CognitoError('InvalidOAuthFlowException', message);

/** @see docs/aws-behaviour/cognito-settings.md#cognito.client.grants */
const incompatible: readonly (readonly [(given: GivenClient, hasSecret: boolean) => unknown, Error])[] = [
  [
    (given) =>
      flowsOf(given).some((flow) => flow.startsWith('ALLOW_')) && flowsOf(given).some((flow) => !flow.startsWith('ALLOW_')),
    invalidParameter('ExplicitAuthFlows with and without the prefix ALLOW_ cannot be mixed.'),
  ],
  [
    (given) => rotates(given) && allows(given, 'ALLOW_REFRESH_TOKEN_AUTH'),
    invalidParameter('ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.'),
  ],
  [
    (given) => flowsOf(given).includes(machineFlow) && flowsOf(given).some((flow) => flow !== machineFlow),
    invalidParameter(`${machineFlow} cannot be enabled together with other authentication flows.`),
  ],
  [
    (given, hasSecret) => flowsOf(given).includes(machineFlow) && !hasSecret,
    invalidParameter(`${machineFlow} needs an app client with a secret.`),
  ],
  [
    ({ EnablePropagateAdditionalUserContextData }, hasSecret) => EnablePropagateAdditionalUserContextData && !hasSecret,
    invalidParameter('EnablePropagateAdditionalUserContextData needs an app client with a secret.'),
  ],
  [
    (given) =>
      given.AllowedOAuthFlowsUserPoolClient && (grantsOf(given).length === 0 || (given.AllowedOAuthScopes ?? []).length === 0),
    invalidParameter('AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.'),
  ],
  [
    (given) => grantsOf(given).includes('client_credentials') && grantsOf(given).some((flow) => flow !== 'client_credentials'),
    invalidGrant('client_credentials flow can not be selected along with code flow or implicit flow.'),
  ],
  [
    (given, hasSecret) => grantsOf(given).includes('client_credentials') && !hasSecret,
    invalidGrant('client_credentials flow can not be selected if client does not have a client secret.'),
  ],
];

/** The scopes that every pool has. They are about users, so that no machine may have them. */
export const scopesOfUsers: readonly string[] = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];

function refuseScopesOfUsers(given: GivenClient): void {
  const refused = (given.AllowedOAuthScopes ?? []).find((name) => scopesOfUsers.includes(name));
  if (refused === undefined || !grantsOf(given).includes('client_credentials')) return;
  throw invalidGrant(`${refused} is not supported with client_credentials flow.`);
}

type Validities = Pick<CreateUserPoolClientInput, 'AccessTokenValidity' | 'IdTokenValidity' | 'TokenValidityUnits'> & {
  readonly RefreshTokenValidity: number;
};

/**
 * Access and ID tokens are counted in hours, refresh tokens in days, unless TokenValidityUnits says otherwise. The
 * default is one hour.
 */
export function validitySeconds(client: Validities): { accessToken: number; idToken: number; refreshToken: number } {
  const { AccessToken = 'hours', IdToken = 'hours', RefreshToken = 'days' } = client.TokenValidityUnits ?? {};
  return {
    accessToken: client.AccessTokenValidity === undefined ? 3_600 : client.AccessTokenValidity * seconds[AccessToken],
    idToken: client.IdTokenValidity === undefined ? 3_600 : client.IdTokenValidity * seconds[IdToken],
    refreshToken: client.RefreshTokenValidity * seconds[RefreshToken],
  };
}

const seconds = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;

type Flow = NonNullable<CreateUserPoolClientInput['ExplicitAuthFlows']>[number];

/**
 * An empty list means refresh, SRP and custom authentication.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.flows
 */
export function allows(client: Pick<CreateUserPoolClientInput, 'ExplicitAuthFlows'>, flow: Flow): boolean {
  const flows = client.ExplicitAuthFlows ?? [];
  const named: readonly Flow[] =
    flows.length > 0 ? flows : ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];
  return named.includes(flow) || (legacy.get(flow)?.some((older) => named.includes(older)) ?? false);
}

/**
 * The names of flows without `ALLOW_`. Such a client may always refresh, and may use SRP unless it is
 * CUSTOM_AUTH_FLOW_ONLY.
 */
const legacy = new Map<Flow, readonly Flow[]>([
  ['ALLOW_USER_PASSWORD_AUTH', ['USER_PASSWORD_AUTH']],
  ['ALLOW_ADMIN_USER_PASSWORD_AUTH', ['ADMIN_NO_SRP_AUTH']],
  ['ALLOW_CUSTOM_AUTH', ['CUSTOM_AUTH_FLOW_ONLY']],
  ['ALLOW_USER_SRP_AUTH', ['USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']],
  ['ALLOW_REFRESH_TOKEN_AUTH', ['USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', 'CUSTOM_AUTH_FLOW_ONLY']],
]);

export function rotates(client: Pick<CreateUserPoolClientInput, 'RefreshTokenRotation'>): boolean {
  return client.RefreshTokenRotation?.Feature === 'ENABLED';
}

/** Whether an unknown user must look like an existing one. Not set means LEGACY. */
export function hidesUsers(client: Pick<ClientSettings, 'PreventUserExistenceErrors'>): boolean {
  return client.PreventUserExistenceErrors === 'ENABLED';
}
