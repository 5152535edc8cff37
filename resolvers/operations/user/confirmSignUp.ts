import { ConfirmSignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import { bounded, boundedIfGiven } from '../../input.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const confirmSignUp: FieldOperation<'confirmSignUp', UserContext> = async ({ input }, { cognito, client }) => {
  const username = bounded('username', input.username);
  const session = boundedIfGiven('session', input.session);
  const { Session } = await cognito.send(
    new ConfirmSignUpCommand({
      ...client(username),
      Username: username,
      ConfirmationCode: bounded('code', input.code),
      // An address stays with the user who proved it first.
      ForceAliasCreation: false,
      ...(session && { Session: session }),
    }),
  );
  return { session: Session ?? null };
};
