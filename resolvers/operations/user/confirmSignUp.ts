import { ConfirmSignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { revealsAccount } from '../../errors/hidden-account.ts';
import { codeMismatch } from '../../errors/outcomes.ts';
import { bounded, boundedIfGiven, clientMetadata } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const confirmSignUp: FieldOperation<'confirmSignUp', UserContext> = async ({ input }, { cognito, client, request }) => {
  const username = bounded('username', input.username);
  const session = boundedIfGiven('session', input.session);
  const command = new ConfirmSignUpCommand({
    ...client(username, request),
    Username: username,
    ConfirmationCode: bounded('code', input.code),
    // An address stays with the user who verified it first.
    ForceAliasCreation: false,
    ...(session && { Session: session }),
    ...clientMetadata(input.clientMetadata),
  });
  try {
    const { Session } = await cognito.send(command);
    return { session: Session ?? null };
  } catch (error) {
    throw revealsAccount(error, username) ? likeUnknownAddress(error) : error;
  }
};

/**
 * What Cognito answers for an address without an account.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.confirm-sign-up
 */
function likeUnknownAddress(cause: Error): AuthError {
  const { code, message, field } = codeMismatch;
  return new AuthError(code, message, { field, cognito: 'CodeMismatchException', cause });
}
