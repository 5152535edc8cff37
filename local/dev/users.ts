import type { Backstage } from '../cognito/developer/backstage.ts';
import type { UserOverview } from '../cognito/developer/overview.ts';
import type { Outputs } from '../data/outputs.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { BadRequest, readBody } from './body.ts';

export interface UsersOptions {
  readonly backstage: Backstage;
  readonly outputs: () => Outputs;
}

/** What was done, as a sentence, and the user as they are now; null if they were deleted. */
export interface Done {
  readonly message: string;
  readonly user: UserOverview | null;
}

interface Target {
  readonly UserPoolId: string;
  readonly Username: string;
}

interface UserAction {
  /** The text of the button. */
  readonly label: string;
  /** Whether it makes sense for a user. The pool decides in the end. */
  readonly suits: (user: UserOverview) => boolean;
  /** Calls the administrator's operation, and says what was done. */
  readonly run: (backstage: Backstage, target: Target, body: Readonly<Record<string, unknown>>) => Promise<string>;
  /** The members of the body. */
  readonly takes?: readonly string[];
  readonly isFinal?: true;
}

/** Meets every policy up to 20 characters. */
const temporaryPassword = 'Temporary-password-1';

/** By name, as in `POST /dev/users/<name>/<action>`. */
const userActions = {
  confirm: {
    label: 'Confirm',
    suits: ({ status }) => status === 'UNCONFIRMED',
    async run({ call }, target) {
      await call('AdminConfirmSignUp', target);
      return 'is confirmed without a code.';
    },
  },
  'force-new-password': {
    label: 'Force new password',
    suits: () => true,
    takes: ['password'],
    async run({ call }, target, { password = temporaryPassword }) {
      if (typeof password !== 'string') throw new BadRequest('password must be a text.');
      await call('AdminSetUserPassword', { ...target, Password: password, Permanent: false });
      return `has to choose a new password; until then it is ${password}`;
    },
  },
  'reset-password': {
    label: 'Reset password',
    suits: ({ status }) => status === 'CONFIRMED' || status === 'RESET_REQUIRED',
    async run({ call }, target) {
      await call('AdminResetUserPassword', target);
      return 'has to reset the password; the code is in the inbox.';
    },
  },
  'sign-out': {
    label: 'Sign out everywhere',
    suits: ({ signIns }) => signIns > 0,
    async run({ call }, target) {
      await call('AdminUserGlobalSignOut', target);
      return 'is signed out everywhere.';
    },
  },
  disable: {
    label: 'Disable',
    suits: ({ enabled }) => enabled,
    async run({ call }, target) {
      await call('AdminDisableUser', target);
      return 'is disabled, and signed out.';
    },
  },
  enable: {
    label: 'Enable',
    suits: ({ enabled }) => !enabled,
    async run({ call }, target) {
      await call('AdminEnableUser', target);
      return 'is enabled.';
    },
  },
  delete: {
    label: 'Delete',
    suits: () => true,
    isFinal: true,
    async run({ call }, target) {
      await call('AdminDeleteUser', target);
      return 'is deleted.';
    },
  },
} satisfies Record<string, UserAction>;

const actions = new Map<string, UserAction>(Object.entries(userActions));

/** The actions that make sense for a user, by name. */
export function suitableActions(user: UserOverview): [string, UserAction][] {
  return [...actions].filter(([, { suits }]) => suits(user));
}

export const actionNames: readonly string[] = [...actions.keys()];

/** Undefined for an unknown action. Throws `BadRequest`, or CognitoError as the operation does. */
export async function actOn(
  { backstage, outputs }: UsersOptions,
  name: string,
  actionName: string,
  request: HttpRequest,
): Promise<Done | undefined> {
  const action = actions.get(actionName);
  if (!action) return undefined;
  const { UserPoolId } = outputs();
  const body = readBody(request, ...(action.takes ?? []));
  const { sub, username } = backstage.user(UserPoolId, name);
  // By `sub`, since it identifies only this user.
  const message = `${username} ${await action.run(backstage, { UserPoolId, Username: sub }, body)}`;
  return { message, user: action.isFinal ? null : backstage.user(UserPoolId, sub) };
}
