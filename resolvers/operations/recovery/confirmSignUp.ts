import type { FieldOperation } from '../../call/operation.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { likeUnknownAddress, revealsAccount } from '../../errors/hidden-account.ts';
import { bounded, boundedIfGiven, clientMetadata } from '../../input/input.ts';
import { shutEverybodyOut } from '../../recovery/shut-out.ts';
import type { RecoveryContext } from '../contexts.ts';

/**
 * Whoever enters the code has proven that the address is theirs, and chooses the password. Somebody else may have
 * signed up with this address before, here or directly at Cognito: their password and their sessions end here.
 */
export const confirmSignUp: FieldOperation<'confirmSignUp', RecoveryContext> = async ({ input }, context) => {
  const { cognito, client, request, passwords } = context;
  const username = bounded('username', input.username);
  const session = boundedIfGiven('session', input.session);
  const code = bounded('code', input.code);
  const password = await passwords.checkFully('password', input.password, [username]);
  const confirmed = cognito.send('ConfirmSignUp', {
    ...client(username, request),
    Username: username,
    ConfirmationCode: code,
    // An address stays with the user who verified it first.
    ForceAliasCreation: false,
    ...(session && { Session: session }),
    ...clientMetadata(input.clientMetadata),
  });
  const { Session } = await confirmed.catch((error: unknown) => {
    throw revealsAccount(error, username) ? likeUnknownAddress(error, username) : error;
  });
  await givePassword(context, username, password).catch((cause: unknown) => {
    const message = 'Your address is confirmed, but your password may not be set. Set one with `forgotPassword`.';
    throw new AuthError('UNAVAILABLE', message, { cause, isCarriedOut: true });
  });
  return { session: Session ?? null };
};

/** May be repeated: it leaves everything as the first time did. */
async function givePassword(context: RecoveryContext, username: string, password: string): Promise<void> {
  const { cognito, userPoolId } = context;
  const given = cognito.send('AdminSetUserPassword', {
    UserPoolId: userPoolId,
    Username: username,
    Password: password,
    Permanent: true,
  });
  await given.catch((error: unknown) => {
    // With `passwords.historySize`: it is the password of the sign-up itself.
    if (!(error instanceof Error && error.name === 'PasswordHistoryPolicyViolationException')) throw error;
  });
  await shutEverybodyOut(context, username);
}
