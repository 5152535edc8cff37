import { action } from '../../action.ts';
import { verifyForUser, verifyInSession } from '../../sign-in/mfa-setup.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { required, string, structure } from '../../wire/members.ts';
import { session, token, userCode } from '../../wire/model.ts';

const input = structure({
  AccessToken: token,
  Session: session,
  UserCode: required(userCode),
  FriendlyDeviceName: string({ max: 131_072 }),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html */
export const VerifySoftwareToken = action(input, async (request, services) => {
  const { AccessToken, Session, UserCode, FriendlyDeviceName: name = null } = request;
  if (AccessToken !== undefined && Session !== undefined) throw eitherOr();
  if (Session !== undefined) return verifyInSession(services, Session, UserCode, name);
  if (AccessToken === undefined) throw eitherOr();
  const { user } = await bearerOf(services, AccessToken);
  return verifyForUser(services, user, UserCode, name);
});

const eitherOr = () => invalidParameter('Either an AccessToken or a Session is required.');
