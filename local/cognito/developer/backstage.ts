import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { Action } from '../action.ts';
import * as actions from '../actions/index.ts';
import { stepAt } from '../secrets/totp.ts';
import type { Services } from '../services.ts';
import { enabledMfas } from '../settings/mfa-types.ts';
import { clientInPool, poolOf, userForAdmin, userNamed } from '../users/accounts.ts';
import { CognitoError, userNotFound } from '../wire/errors.ts';
import { overviews, type UserOverview } from './overview.ts';

/** The operations that the developer page is made of, with their inputs and outputs. */
interface Operations {
  AdminAddUserToGroup: [sdk.AdminAddUserToGroupRequest, object];
  AdminConfirmSignUp: [sdk.AdminConfirmSignUpRequest, object];
  AdminCreateUser: [sdk.AdminCreateUserRequest, sdk.AdminCreateUserResponse];
  AdminDeleteUser: [sdk.AdminDeleteUserRequest, object];
  AdminDisableUser: [sdk.AdminDisableUserRequest, object];
  AdminEnableUser: [sdk.AdminEnableUserRequest, object];
  AdminGetUser: [sdk.AdminGetUserRequest, sdk.AdminGetUserResponse];
  AdminResetUserPassword: [sdk.AdminResetUserPasswordRequest, object];
  AdminSetUserMFAPreference: [sdk.AdminSetUserMFAPreferenceRequest, object];
  AdminSetUserPassword: [sdk.AdminSetUserPasswordRequest, object];
  AdminUserGlobalSignOut: [sdk.AdminUserGlobalSignOutRequest, object];
  CreateGroup: [sdk.CreateGroupRequest, sdk.CreateGroupResponse];
  GetGroup: [sdk.GetGroupRequest, sdk.GetGroupResponse];
  SignUp: [sdk.SignUpRequest, sdk.SignUpResponse];
}

const doors: Readonly<Record<keyof Operations, Action>> = {
  AdminAddUserToGroup: actions.AdminAddUserToGroup,
  AdminConfirmSignUp: actions.AdminConfirmSignUp,
  AdminCreateUser: actions.AdminCreateUser,
  AdminDeleteUser: actions.AdminDeleteUser,
  AdminDisableUser: actions.AdminDisableUser,
  AdminEnableUser: actions.AdminEnableUser,
  AdminGetUser: actions.AdminGetUser,
  AdminResetUserPassword: actions.AdminResetUserPassword,
  AdminSetUserMFAPreference: actions.AdminSetUserMFAPreference,
  AdminSetUserPassword: actions.AdminSetUserPassword,
  AdminUserGlobalSignOut: actions.AdminUserGlobalSignOut,
  CreateGroup: actions.CreateGroup,
  GetGroup: actions.GetGroup,
  SignUp: actions.SignUp,
};

/** Runs an operation in this process, as the wire protocol would for a signed request. Rejects with CognitoError. */
type Call = <Name extends keyof Operations>(name: Name, input: Operations[Name][0]) => Promise<Operations[Name][1]>;

/** What a developer can see and do beside Cognito's protocol. None of it is reachable over that protocol. */
export interface Backstage {
  readonly call: Call;
  /** The newest first, of those whom the text finds by username, address or sub; all for the empty text. */
  users(userPoolId: string, text: string, limit: number): UserOverview[];
  /** By username, alias or sub. Throws UserNotFoundException. */
  user(userPoolId: string, name: string): UserOverview;
  /** As `user` for several, undefined for whom there is not. */
  usersNamed(userPoolId: string, names: readonly string[]): (UserOverview | undefined)[];
  /**
   * Gives a user an authenticator app with this Base32 secret: Cognito has no operation for it, since there the secret
   * is the service's to choose. Throws SoftwareTokenMFANotFoundException in a pool without such apps.
   */
  registerApp(userPoolId: string, name: string, secret: string): void;
  /** Null for a client without. Throws ResourceNotFoundException. */
  clientSecret(userPoolId: string, clientId: string): string | null;
  /**
   * Call it when the clock was put back: forgets the failures that were counted in the time to come, and the codes that
   * were used there.
   */
  timeWentBack(): void;
}

export function createBackstage(services: Services): Backstage {
  const { mfa, counters, world, transaction } = services;
  return {
    // An action reads its input itself, and answers what the service model says.
    call: async (name, input) => (await doors[name](input, services)) as never,
    users(userPoolId, text, limit) {
      const pool = poolOf(services, userPoolId);
      return overviews(services, pool, services.users.search(pool.id, text, limit));
    },
    user(userPoolId, name) {
      const pool = poolOf(services, userPoolId);
      const [found] = overviews(services, pool, [userForAdmin(services, pool, name)]);
      if (!found) throw userNotFound();
      return found;
    },
    usersNamed(userPoolId, names) {
      const pool = poolOf(services, userPoolId);
      const users = names.map((name) => userNamed(services, pool, name));
      const found = overviews(
        services,
        pool,
        users.filter((user) => user !== undefined),
      );
      return users.map((user) => found.find(({ sub }) => sub === user?.sub));
    },
    registerApp(userPoolId, name, secret) {
      const pool = poolOf(services, userPoolId);
      const { id } = userForAdmin(services, pool, name);
      if (!enabledMfas(pool.settings).includes('SOFTWARE_TOKEN_MFA')) {
        throw new CognitoError('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool');
      }
      mfa.putToken(id, { secret, name: null, lastStep: 0 });
    },
    clientSecret: (userPoolId, clientId) => clientInPool(services, userPoolId, clientId).secret,
    timeWentBack() {
      transaction(() => {
        counters.removeAfter(world.now());
        // Steps that can have been taken now stay taken: the present one and the one on either side.
        const step = stepAt(world);
        mfa.rewindSteps(step + 1, step - 2);
      });
    },
  };
}
