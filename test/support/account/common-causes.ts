import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Mishap, type OnTheWay, says } from '../local/on-the-way.ts';
import type { Answer } from '../send.ts';
import { newPassword } from '../stories.ts';
import type { System } from '../system.ts';
import { accountFields, type Call } from './fields.ts';
import { asAdministrator, newUser } from './new-user.ts';

export interface World {
  /** A stage that has everything on; in `bare` everything that can be off is off. */
  readonly system: System;
  readonly bare: System;
  readonly onTheWay: OnTheWay;
}

/** The same for any field; the preparation is done once for all of them. */
export type CommonCause = (world: World) => Promise<(call: Call) => Promise<Answer<unknown>>>;

/** A user to whom an administrator has done this since they signed in. */
function afterwards(
  act: (
    user: { readonly UserPoolId: string; readonly Username: string },
    admin: CognitoIdentityProviderClient,
  ) => Promise<unknown>,
): CommonCause {
  return async ({ system }) => {
    const user = await newUser(system);
    const whose = { UserPoolId: system.runtime.outputs.UserPoolId, Username: user.username };
    await asAdministrator(system, (admin) => act(whose, admin));
    return (call) => call(user);
  };
}

/** Any user, while this happens to the calls to Cognito. */
function meanwhile(mishap: Mishap): CommonCause {
  return async ({ system, onTheWay }) => {
    const user = await newUser(system);
    return (call) => onTheWay.during(mishap, () => call(user));
  };
}

export const cognitoSays = (...args: Parameters<typeof says>): CommonCause => meanwhile({ answer: says(...args) });

const minutes = (count: number): number => count * 60_000;

/** The causes that any field can have: the state of the token and of its user, and failures of Cognito. */
export const commonCauses: Readonly<Record<string, CommonCause>> = {
  ACCESS_TOKEN_REQUIRED: async ({ system }) => {
    const { idToken, ...user } = await newUser(system);
    return (call) => call({ ...user, token: idToken ?? '' });
  },
  TOKEN_REVOKED: afterwards((user, admin) => admin.send(new AdminUserGlobalSignOutCommand(user))),
  // AppSync has accepted the token, but it expires before Cognito checks it.
  TOKEN_EXPIRED:
    async ({ system, onTheWay }) =>
    async (call) => {
      const user = await newUser(system);
      return onTheWay.during({ before: () => system.advance(minutes(61)) }, () => call(user));
    },
  TOKEN_INVALID: afterwards((user, admin) => admin.send(new AdminDeleteUserCommand(user))),
  USER_DISABLED: afterwards((user, admin) => admin.send(new AdminDisableUserCommand(user))),
  REAUTHENTICATION_REQUIRED: async ({ system }) => {
    const user = await newUser(system);
    system.advance(minutes(11));
    return (call) => call(user, freshVariables.get(call));
  },
  // Cognito documents these for a valid access token, but no user of the laptop's pool can get them.
  PASSWORD_RESET_REQUIRED: cognitoSays('PasswordResetRequiredException', 'Password reset required for the user'),
  USER_NOT_CONFIRMED: cognitoSays('UserNotConfirmedException', 'User is not confirmed.'),
  INVALID_INPUT: cognitoSays('InvalidParameterException', 'Invalid parameter.'),
  TOO_MANY_ATTEMPTS: cognitoSays('LimitExceededException', 'Attempt limit exceeded, please try after some time.'),
  TOO_MANY_REQUESTS: cognitoSays('TooManyRequestsException', 'Too many requests'),
  UNAVAILABLE: meanwhile({ answer: (response) => response.destroy() }),
  FORBIDDEN: cognitoSays('ForbiddenException', 'Request not allowed due to WAF block.', 403),
  INTERNAL: cognitoSays('AccessDeniedException', 'User is not authorized.'),
};

/** Some fields require a recent sign-in only for certain inputs, such as these. */
export const freshVariables: ReadonlyMap<Call, Readonly<Record<string, unknown>>> = new Map([
  [accountFields.changePassword, { input: { newPassword: newPassword() } }],
  [accountFields.updateUserAttributes, { input: { attributes: [{ name: 'email', value: 'thief@example.com' }] } }],
  [accountFields.deleteUserAttributes, { input: { names: ['email'] } }],
]);
