import { action } from '../../action.ts';
import { associateForUser, associateInSession } from '../../sign-in/mfa-setup.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { structure } from '../../wire/members.ts';
import { session, token } from '../../wire/model.ts';

const input = structure({ AccessToken: token, Session: session });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html */
export const AssociateSoftwareToken = action(input, async ({ AccessToken, Session }, services) => {
  if (AccessToken !== undefined && Session !== undefined) throw eitherOr();
  if (Session !== undefined) return associateInSession(services, Session);
  if (AccessToken === undefined) throw eitherOr();
  const { pool, user } = await bearerOf(services, AccessToken);
  return associateForUser(services, pool, user);
});

const eitherOr = () => invalidParameter('Either an AccessToken or a Session is required.');
