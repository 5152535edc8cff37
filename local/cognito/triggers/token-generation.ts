import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { type GroupClaims, groupClaims } from '../users/group-members.ts';
import { attributesOf, type Caller, fire, type TriggerEffects } from './fire.ts';
import type { Occasion } from './table.ts';
import type { Claim, GroupOverrides, TokenOverrides } from './token-overrides.ts';

/** The changes that PreTokenGeneration makes to the next tokens. */
export interface TokenChanges {
  readonly id: Partial<TokenOverrides>;
  readonly access: Partial<TokenOverrides>;
  /** Replaces what the user's groups add to the tokens. */
  readonly groups: GroupOverrides | undefined;
}

const unchanged: TokenChanges = { id: {}, access: {}, groups: undefined };

/** Calls the pool's PreTokenGeneration, in the configured version. */
export async function tokenChanges(
  services: Services,
  pool: UserPool,
  occasion: Occasion<'PreTokenGeneration'>,
  user: User,
  caller: Caller,
  scopes: readonly string[],
): Promise<TokenChanges> {
  const { names, roles, preferredRole } = groupClaims(services, user);
  const request = {
    userAttributes: attributesOf(user),
    groupConfiguration: { groupsToOverride: [...names], iamRolesToOverride: [...roles], preferredRole },
  };
  const firing = { occasion, userName: user.username, caller };
  const first = await fire(services, pool, 'PreTokenGeneration', { ...firing, request });
  if (first) {
    const { claimsToAddOrOverride, claimsToSuppress, groupOverrideDetails } = first.claimsOverrideDetails ?? {};
    return { id: { claimsToAddOrOverride, claimsToSuppress }, access: {}, groups: groupOverrideDetails };
  }
  const second = await fire(services, pool, 'PreTokenGenerationV2', {
    ...firing,
    request: { ...request, scopes },
  });
  const { idTokenGeneration, accessTokenGeneration, groupOverrideDetails } = second?.claimsAndScopeOverrideDetails ?? {};
  return { id: idTokenGeneration ?? {}, access: accessTokenGeneration ?? {}, groups: groupOverrideDetails };
}

/**
 * The same for a token of a machine, whose name in the event is that of its client. Only version 3 is called.
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.trigger
 */
export async function machineTokenChanges(
  effects: TriggerEffects,
  pool: UserPool,
  clientId: string,
  clientMetadata: Caller['clientMetadata'],
  scopes: readonly string[],
): Promise<TokenChanges> {
  if (pool.settings.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion !== 'V3_0') return unchanged;
  const answer = await fire(effects, pool, 'PreTokenGenerationV2', {
    occasion: 'ClientCredentials',
    userName: clientId,
    caller: { clientId, clientMetadata },
    request: {
      userAttributes: {},
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
      scopes,
    },
  });
  return { ...unchanged, access: answer?.claimsAndScopeOverrideDetails?.accessTokenGeneration ?? {} };
}

type Claims = Readonly<Record<string, unknown>>;

/** The ID token's claims with the user's groups and the changes. Claims that must not change stay as they are. */
export function idClaims(claims: Claims, ofUser: GroupClaims, { id, groups }: TokenChanges = unchanged): Claims {
  const { names, roles, preferredRole } = overridden(ofUser, groups);
  return change({ ...claims, ...namesClaim(names) }, id, isProtectedInId, {
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    ...(preferredRole && { 'cognito:preferred_role': preferredRole }),
  });
}

/** Like `idClaims`, for the access token and its scopes. */
export function accessClaims(claims: Claims, ofUser: GroupClaims, { access, groups }: TokenChanges = unchanged): Claims {
  const scopes = new Set(String(claims['scope']).split(' ').filter(Boolean));
  for (const scope of access.scopesToAdd ?? []) scopes.add(scope);
  for (const scope of access.scopesToSuppress ?? []) scopes.delete(scope);
  const isProtected = (name: string, value?: Claim): boolean =>
    // The trigger may only set the audience of an access token to its own client.
    name === 'aud' ? value !== undefined && value !== claims['client_id'] : protectedInAccess.has(name);
  const { names } = overridden(ofUser, groups);
  const changed = change({ ...claims, ...namesClaim(names) }, access, isProtected, {});
  return { ...changed, scope: [...scopes].join(' ') };
}

function overridden(ofUser: GroupClaims, groups: GroupOverrides | undefined): GroupClaims {
  if (!groups) return ofUser;
  const { groupsToOverride: names = [], iamRolesToOverride: roles = [], preferredRole = null } = groups;
  return { names, roles, preferredRole };
}

function namesClaim(names: readonly string[]): Claims {
  return names.length > 0 ? { 'cognito:groups': names } : {};
}

function change(
  claims: Claims,
  { claimsToAddOrOverride = {}, claimsToSuppress = [] }: Partial<TokenOverrides>,
  isProtected: (name: string, value?: Claim) => boolean,
  more: Claims,
): Claims {
  const added = Object.entries(claimsToAddOrOverride).filter(([name, value]) => !isProtected(name, value));
  const suppressed = new Set(claimsToSuppress.filter((name) => !isProtected(name)));
  const all = { ...claims, ...Object.fromEntries(added), ...more };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !suppressed.has(name)));
}

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html: "You can't modify the following claims".
const everywhere = [
  ...['acr', 'amr', 'at_hash', 'auth_time', 'azp', 'event_id', 'exp', 'iat', 'iss', 'jti', 'nbf', 'nonce', 'origin_jti'],
  ...['sub', 'token_use'],
];
const protectedInId = new Set([...everywhere, 'aud', 'cognito:username', 'identities']);
const protectedInAccess = new Set([...everywhere, 'client_id', 'device_key', 'scope', 'username', 'version']);

function isProtectedInId(name: string): boolean {
  return protectedInId.has(name) || name.startsWith('dev:');
}
