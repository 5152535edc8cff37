import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AdminEnv } from '../../resolvers/config/environment.ts';
import { providerNames } from '../settings/federation-providers.ts';
import type { Settings } from '../settings/stage.ts';
import { type AccountTable, accountTableOf } from './account-table.ts';
import { OwnFunction } from './common/own-function.ts';
import { passwordRules, reauthentication, remembersDevices } from './function-settings.ts';

interface AdminFunctionProps {
  readonly settings: Settings;
  readonly administration: NonNullable<Settings['administration']>;
  /** The folder of its bundle. */
  readonly bundle: string | undefined;
  readonly userPool: { readonly userPoolId: string; readonly userPoolArn: string };
  /** Null if the stage stores nothing outside Cognito. */
  readonly accountTable: AccountTable | null;
}

/**
 * The function for administrators' operations, and their group. The stack creates the group, since there is no
 * administrator yet who could. IAM decides who may add the first one to it.
 */
export function adminFunction(scope: Construct, props: AdminFunctionProps): LambdaFunction {
  const { settings, administration, bundle, userPool, accountTable } = props;
  if (bundle === undefined) throw new Error('The admin function was not bundled.');
  new CfnUserPoolGroup(scope, 'AdminGroup', {
    userPoolId: userPool.userPoolId,
    groupName: administration.group,
    description: 'Administrators: they may administer users and groups through the API.',
  });
  const table = accountTableOf(accountTable, settings, {
    activity: ['PutItem', 'Query', 'DeleteItem'],
    recoveryCodes: ['GetItem', 'Query', 'DeleteItem'],
  });
  return new OwnFunction(scope, 'AdminFunction', {
    settings,
    name: 'admin',
    bundle,
    description: 'The GraphQL operations of administrators',
    timeoutSeconds: 27,
    rights: [{ actions: actions(settings), resource: userPool.userPoolArn }, ...table.rights],
    environment: {
      ...table.environment,
      USER_POOL_ID: userPool.userPoolId,
      ADMIN_GROUP: administration.group,
      ...(settings.federation && { PROVIDERS: providerNames(settings) }),
      SIGN_IN_NAMES: settings.signIn.names.join(),
      PASSWORD_RULES: JSON.stringify(passwordRules(settings)),
      REAUTHENTICATION: JSON.stringify(reauthentication(settings)),
      TRACKS_SESSIONS: String(settings.tokens.sessions !== null),
      REMEMBERS_DEVICES: String(remembersDevices(settings)),
    } satisfies AdminEnv,
  }).handler;
}

/** The signed operations that `resolvers/operations/admin` and `resolvers/administration` call, and no other. */
function actions(settings: Settings): readonly string[] {
  const names = [
    'AdminAddUserToGroup',
    'AdminConfirmSignUp',
    'AdminCreateUser',
    'AdminDeleteSoftwareToken',
    'AdminDeleteUser',
    'AdminDisableUser',
    'AdminEnableUser',
    'AdminGetUser',
    'AdminGetUserAuthFactors',
    'AdminListGroupsForUser',
    'AdminRemoveUserFromGroup',
    'AdminResetUserPassword',
    'AdminSetUserMFAPreference',
    'AdminSetUserPassword',
    'AdminUpdateUserAttributes',
    'AdminUserGlobalSignOut',
    'CreateGroup',
    'DeleteGroup',
    'ListGroups',
    'ListUsers',
    'ListUsersInGroup',
    'UpdateGroup',
    ...(settings.tokens.sessions === null ? [] : ['AdminListUserSessions', 'AdminRevokeUserSession']),
    ...(remembersDevices(settings) ? ['AdminForgetDevice', 'AdminListDevices'] : []),
    ...(settings.federation === null ? [] : ['AdminDisableProviderForUser', 'AdminLinkProviderForUser']),
  ];
  return names.map((name) => `cognito-idp:${name}`);
}
