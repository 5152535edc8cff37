import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { Action } from '../action.ts';
import * as actions from '../actions/index.ts';
import { currentSecret } from '../pools/client-secrets.ts';
import { stepAt } from '../secrets/totp.ts';
import type { Services } from '../services.ts';
import { enabledMfas } from '../settings/mfa-types.ts';
import { clientInPool, poolOf, userForAdmin, userNamed } from '../users/accounts.ts';
import { CognitoError, userNotFound } from '../wire/errors.ts';
import { overviews, type UserOverview } from './overview.ts';

/** The operations that the developer page uses, with their inputs and outputs. */
interface Operations {
  AdminAddUserToGroup: [sdk.AdminAddUserToGroupRequest, object];
  AdminCreateUser: [sdk.AdminCreateUserRequest, sdk.AdminCreateUserResponse];
  AdminDeleteUser: [sdk.AdminDeleteUserRequest, object];
  AdminDisableUser: [sdk.AdminDisableUserRequest, object];
  AdminGetUser: [sdk.AdminGetUserRequest, sdk.AdminGetUserResponse];
  AdminResetUserPassword: [sdk.AdminResetUserPasswordRequest, object];
  AdminSetUserMFAPreference: [sdk.AdminSetUserMFAPreferenceRequest, object];
  AdminSetUserPassword: [sdk.AdminSetUserPasswordRequest, object];
  CreateGroup: [sdk.CreateGroupRequest, sdk.CreateGroupResponse];
  GetGroup: [sdk.GetGroupRequest, sdk.GetGroupResponse];
  SignUp: [sdk.SignUpRequest, sdk.SignUpResponse];
}

const doors: Readonly<Record<keyof Operations, Action>> = {
  AdminAddUserToGroup: actions.AdminAddUserToGroup,
  AdminCreateUser: actions.AdminCreateUser,
  AdminDeleteUser: actions.AdminDeleteUser,
  AdminDisableUser: actions.AdminDisableUser,
  AdminGetUser: actions.AdminGetUser,
  AdminResetUserPassword: actions.AdminResetUserPassword,
  AdminSetUserMFAPreference: actions.AdminSetUserMFAPreference,
  AdminSetUserPassword: actions.AdminSetUserPassword,
  CreateGroup: actions.CreateGroup,
  GetGroup: actions.GetGroup,
  SignUp: actions.SignUp,
};

/** Runs an operation in this process, as the wire protocol would for a signed request. Rejects with CognitoError. */
type Call = <Name extends keyof Operations>(name: Name, input: Operations[Name][0]) => Promise<Operations[Name][1]>;

/** What developers can see and do outside Cognito's protocol. None of it is reachable through that protocol. */
export interface Backstage {
  readonly call: Call;
  /** The users whose username, address or sub contains the text, newest first; all users if the text is empty. */
  users(userPoolId: string, text: string, limit: number): UserOverview[];
  /** By username, alias or sub. Throws UserNotFoundException. */
  user(userPoolId: string, name: string): UserOverview;
  /** Like `user` for several names; undefined for each name without a user. */
  usersNamed(userPoolId: string, names: readonly string[]): (UserOverview | undefined)[];
  /**
   * Gives a user an authenticator app with this Base32 secret. Cognito has no operation for it, since it chooses the
   * secret itself. Throws SoftwareTokenMFANotFoundException if the pool has no such factor.
   */
  registerApp(userPoolId: string, name: string, secret: string): void;
  /** Null for a client without a secret. Throws ResourceNotFoundException. */
  clientSecret(userPoolId: string, clientId: string): string | null;
  /**
   * Call it after the clock was set back: forgets failures that were counted, and codes that were used, in the future.
   */
  timeWentBack(): void;
}

export function createBackstage(services: Services): Backstage {
  const { mfa, counters, world, transaction } = services;
  return {
    // Each action checks its input, and its output follows the service model.
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
    clientSecret: (userPoolId, clientId) => currentSecret(clientInPool(services, userPoolId, clientId)),
    timeWentBack() {
      transaction(() => {
        counters.removeAfter(world.now());
        // Steps that may have been used by now stay used: the current one, the previous and the next.
        const step = stepAt(world);
        mfa.rewindSteps(step + 1, step - 2);
      });
    },
  };
}
