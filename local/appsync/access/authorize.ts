import { type ConstDirectiveNode, type GraphQLField, type GraphQLObjectType, Kind } from 'graphql';
import type { AuthMode, Caller } from '../model/auth-mode.ts';

/** Whether a caller may have a field. */
export type Rule = (caller: Caller) => boolean;

/**
 * The rule of one field: from its own directives, otherwise from those on its type, otherwise from the API's default
 * mode (AppSync, "Authorization"). Directives on a field replace those on its type, and a field does not pass its
 * grants on to the type that it returns.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.directives
 */
export function ruleOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  defaultMode: AuthMode,
  isMultiMode: boolean,
): Rule {
  const onField = (field.astNode?.directives ?? []).filter(grantsAccess);
  const directives = onField.length > 0 ? onField : (type.astNode?.directives ?? []).filter(grantsAccess);
  if (directives.length > 0) {
    const grants = directives.map(toGrant);
    return (caller) => grants.some((grant) => grant(caller));
  }
  // With user pools as the only mode, @aws_auth restricts a field to groups. Any other API silently ignores it.
  // @see docs/aws-behaviour/appsync.md#appsync.auth.aws-auth
  const groups = isMultiMode ? undefined : groupsOf(field.astNode?.directives?.find(({ name }) => name.value === 'aws_auth'));
  if (groups !== undefined) return (caller) => inAnyGroup(caller, groups);
  // Only the default mode may read what names no mode. No caller here uses AWS_IAM, so such an API is closed by
  // default.
  const open = defaultMode.type !== 'AMAZON_COGNITO_USER_POOLS' || defaultMode.defaultAction === 'ALLOW';
  return (caller) => open && caller.isDefaultMode;
}

const grantingModes: Readonly<Record<string, AuthMode['type'] | null>> = {
  aws_api_key: 'API_KEY',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  // Nobody on a laptop calls in these modes: such a directive replaces the default and admits nobody.
  aws_iam: null,
  aws_oidc: null,
  aws_lambda: null,
};

function grantsAccess({ name }: ConstDirectiveNode): boolean {
  return Object.hasOwn(grantingModes, name.value);
}

function toGrant(directive: ConstDirectiveNode): Rule {
  const mode = grantingModes[directive.name.value];
  const groups = groupsOf(directive);
  return (caller) => caller.mode === mode && (groups === undefined || inAnyGroup(caller, groups));
}

function inAnyGroup(caller: Caller, groups: readonly string[]): boolean {
  return caller.mode === 'AMAZON_COGNITO_USER_POOLS' && caller.groups.some((group) => groups.includes(group));
}

function groupsOf(directive: ConstDirectiveNode | undefined): string[] | undefined {
  const value = directive?.arguments?.find(({ name }) => name.value === 'cognito_groups')?.value;
  if (value === undefined || value.kind === Kind.NULL) return undefined;
  const items = value.kind === Kind.LIST ? value.values : [value];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
