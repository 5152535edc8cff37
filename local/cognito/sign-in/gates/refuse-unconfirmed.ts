import type { User } from '../../store/users/user-store.ts';
import { CognitoError } from '../../wire/errors.ts';

/**
 * Unconfirmed users are told so, whatever password they give, so that the page can ask for the code.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.order.unconfirmed
 */
export function refuseUnconfirmed({ status }: Pick<User, 'status'>): void {
  if (status === 'UNCONFIRMED') throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
}
