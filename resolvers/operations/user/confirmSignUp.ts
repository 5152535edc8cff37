import { ConfirmSignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { tells } from '../../errors/hidden-account.ts';
import { bounded, boundedIfGiven, clientMetadata } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const confirmSignUp: FieldOperation<'confirmSignUp', UserContext> = async ({ input }, { cognito, client, request }) => {
  const username = bounded('username', input.username);
  const session = boundedIfGiven('session', input.session);
  const command = new ConfirmSignUpCommand({
    ...client(username, request),
    Username: username,
    ConfirmationCode: bounded('code', input.code),
    // An address stays with the user who proved it first.
    ForceAliasCreation: false,
    ...(session && { Session: session }),
    ...clientMetadata(input.clientMetadata),
  });
  try {
    const { Session } = await cognito.send(command);
    return { session: Session ?? null };
  } catch (error) {
    throw tells(error, username) ? asCodeMismatch(error) : error;
  }
};

/**
 * The answer for an address that nobody has.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.confirm-sign-up
 */
function asCodeMismatch(error: Error): Error {
  return Object.assign(error, {
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  });
}
