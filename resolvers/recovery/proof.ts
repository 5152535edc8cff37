import type { ChallengeNameType, ContextDataType } from '@aws-sdk/client-cognito-identity-provider';
import type { AppClient } from '../aws/app-client.ts';
import type { Cognito } from '../aws/cognito.ts';
import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import type { Request } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';

interface ProofContext {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
  readonly userPoolId: string;
}

export interface ProvenUser {
  readonly username: string;
  readonly sub: string;
  /** The second factors that are enabled. */
  readonly secondFactors: readonly string[];
}

/** The same error whatever is wrong: the name, the password, the code, or an account without codes. */
export function notRecovered(): AuthError {
  return new AuthError('INVALID_CREDENTIALS', 'Incorrect username, password or recovery code.');
}

/** What Cognito asks for only after the right password: the second factor, or to set one up. */
const afterPassword: ReadonlySet<ChallengeNameType | undefined> = new Set<ChallengeNameType>([
  'SMS_MFA',
  'SOFTWARE_TOKEN_MFA',
  'EMAIL_OTP',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
]);

/** Cognito's refusals of a sign-in that are about the user, and not about the call. */
const aboutUser: ReadonlySet<string> = new Set([
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'UserLambdaValidationException',
]);

/**
 * Returns the user if the name and password are right. Cognito counts wrong passwords here as in any sign-in.
 * @throws AuthError `INVALID_CREDENTIALS`.
 */
export async function proveUser(username: string, password: string, context: ProofContext): Promise<ProvenUser> {
  const { cognito, client, request, userPoolId: UserPoolId } = context;
  const { ClientId, SecretHash, UserContextData: caller } = client(username, request);
  const proof = await cognito
    .send('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password, ...(SecretHash && { SECRET_HASH: SecretHash }) },
      ...(caller && { ContextData: contextData(caller.IpAddress, request) }),
    })
    .catch((error: unknown) => {
      throw translate(error);
    });
  const refreshToken = proof.AuthenticationResult?.RefreshToken;
  // A user without a second factor is signed in by now. Nobody has seen the tokens, but they are revoked nevertheless.
  if (refreshToken) await cognito.send('RevokeToken', { ...client.forToken, Token: refreshToken });
  else if (!afterPassword.has(proof.ChallengeName)) throw notRecovered();
  // Returns the user whose password was checked, even if another user has taken the name since.
  const Username = proof.ChallengeParameters?.['USER_ID_FOR_SRP'] || username;
  const {
    Username: name,
    UserAttributes = [],
    UserMFASettingList = [],
  } = await cognito.send('AdminGetUser', { UserPoolId, Username });
  const sub = UserAttributes.find(({ Name }) => Name === 'sub')?.Value;
  if (name === undefined || sub === undefined) throw new Error('Cognito answered without a user.');
  return { username: name, sub, secondFactors: UserMFASettingList };
}

/**
 * The caller, for threat protection. A signed call requires this form, with all four members. How Cognito uses the
 * server name is not documented, and the function does not know the host that was called.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ContextDataType.html
 */
function contextData(IpAddress: string, { userAgent }: Request): ContextDataType {
  return {
    IpAddress,
    ServerName: 'AppSync',
    ServerPath: '/graphql',
    HttpHeaders: userAgent === null ? [] : [{ headerName: 'User-Agent', headerValue: userAgent }],
  };
}

/** Hides Cognito's message, which may reveal more than this error should, such as that a code could not be sent. */
function translate(error: unknown): unknown {
  if (!(error instanceof Error) || isThrottled(error) || isUnreachable(error) || error instanceof UnclearOutcome) return error;
  return aboutUser.has(error.name) ? notRecovered() : new AuthError('INTERNAL', 'Something went wrong.', { cause: error });
}
