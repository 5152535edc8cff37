import { jsonObject, members, optional, text, texts, unrecognizable } from './response-members.ts';

/** Version 1: claims of the ID token, strings only, and the groups of both tokens. */
export interface ClaimsOverrides {
  readonly claimsToAddOrOverride: Readonly<Record<string, string>> | undefined;
  readonly claimsToSuppress: readonly string[] | undefined;
  readonly groupOverrideDetails: GroupOverrides | undefined;
}

/** They replace everything that the user's groups add. What is not named is not in the tokens. */
export interface GroupOverrides {
  readonly groupsToOverride: readonly string[] | undefined;
  readonly iamRolesToOverride: readonly string[] | undefined;
  readonly preferredRole: string | undefined;
}

/** Versions 2 and 3: claims of each token, of any JSON type. */
export interface ClaimsAndScopeOverrides {
  readonly idTokenGeneration: TokenOverrides | undefined;
  readonly accessTokenGeneration: TokenOverrides | undefined;
  readonly groupOverrideDetails: GroupOverrides | undefined;
}

export interface TokenOverrides {
  readonly claimsToAddOrOverride: Readonly<Record<string, Claim>> | undefined;
  readonly claimsToSuppress: readonly string[] | undefined;
  readonly scopesToAdd: readonly string[] | undefined;
  readonly scopesToSuppress: readonly string[] | undefined;
}

/** Any JSON but null. */
export type Claim = NonNullable<unknown>;

export function claimsOverrides(value: unknown): ClaimsOverrides {
  const { claimsToAddOrOverride, claimsToSuppress, groupOverrideDetails } = members(value);
  return {
    claimsToAddOrOverride: optional(jsonObject(text))(claimsToAddOrOverride),
    claimsToSuppress: optional(texts)(claimsToSuppress),
    groupOverrideDetails: groupOverrides(groupOverrideDetails),
  };
}

export function claimsAndScopeOverrides(value: unknown): ClaimsAndScopeOverrides {
  const { idTokenGeneration, accessTokenGeneration, groupOverrideDetails } = members(value);
  return {
    idTokenGeneration: optional(tokenOverrides)(idTokenGeneration),
    accessTokenGeneration: optional(tokenOverrides)(accessTokenGeneration),
    groupOverrideDetails: groupOverrides(groupOverrideDetails),
  };
}

function tokenOverrides(value: unknown): TokenOverrides {
  const { claimsToAddOrOverride, claimsToSuppress, scopesToAdd, scopesToSuppress } = members(value);
  return {
    claimsToAddOrOverride: optional(jsonObject(claim))(claimsToAddOrOverride),
    claimsToSuppress: optional(texts)(claimsToSuppress),
    scopesToAdd: optional(scopes)(scopesToAdd),
    scopesToSuppress: optional(scopes)(scopesToSuppress),
  };
}

/**
 * The groups only stay unchanged if the member is absent: "If you provide an empty or null object in the response, then
 * the groups are suppressed."
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.no-groups
 */
function groupOverrides(value: unknown): GroupOverrides | undefined {
  if (value === undefined) return undefined;
  const { groupsToOverride, iamRolesToOverride, preferredRole } = members(value ?? {});
  return {
    groupsToOverride: optional(texts)(groupsToOverride),
    iamRolesToOverride: optional(texts)(iamRolesToOverride),
    preferredRole: optional(text)(preferredRole),
  };
}

function claim(value: unknown): Claim {
  if (value === undefined || value === null) throw unrecognizable();
  return value;
}

/** They are in one claim, separated by spaces. */
function scopes(value: unknown): readonly string[] {
  const list = texts(value);
  if (list.some((scope) => /\s/.test(scope) || scope === '')) throw unrecognizable();
  return list;
}
