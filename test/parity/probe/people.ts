import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { appCode } from '../../support/authenticator-app.ts';
import { told } from './recorder.ts';
import type { Stage } from './story.ts';

/** A confirmed user with the stage's password and a verified address, made without being recorded. Gives their name. */
export async function confirmedUser(stage: Stage, short: string): Promise<string> {
  const { cognito, userPoolId: UserPoolId, password: Password } = stage;
  const Username = stage.name(short);
  await stage.quietly(async () => {
    const UserAttributes = [
      { Name: 'email', Value: stage.address(short) },
      { Name: 'email_verified', Value: 'true' },
    ];
    await cognito.adminCreateUser({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' });
    await cognito.adminSetUserPassword({ UserPoolId, Username, Password, Permanent: true });
  });
  return Username;
}

/** A sign-in by password, which the recording has. */
export function signIn(stage: Stage, USERNAME: string, PASSWORD = stage.password, more: Record<string, string> = {}) {
  const { cognito, clientId: ClientId } = stage;
  const AuthParameters = { USERNAME, PASSWORD, ...more };
  return told(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
}

/** A sign-in that begins with the choice of a factor, which the recording has. */
export function choose(stage: Stage, USERNAME: string, more: Record<string, string> = {}) {
  const { cognito, clientId: ClientId } = stage;
  return told(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...more } }));
}

/** The answer to a challenge, which the recording has. */
export function answer(stage: Stage, { ChallengeName, Session }: Challenge, ChallengeResponses: Record<string, string>) {
  const { cognito, clientId: ClientId } = stage;
  return told(cognito.respondToAuthChallenge({ ClientId, ChallengeName, Session, ChallengeResponses }));
}

export type Challenge = Pick<InitiateAuthResponse, 'ChallengeName' | 'Session'>;

type Tokens = Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>;

/** The tokens of a sign-in by password that is not recorded. */
export async function tokensOf(stage: Stage, username: string, password = stage.password): Promise<Tokens> {
  const { AccessToken, IdToken, RefreshToken } =
    (await stage.quietly(() => signIn(stage, username, password)))?.AuthenticationResult ?? {};
  if (!AccessToken || !IdToken || !RefreshToken) throw new Error(`${username} could not be signed in.`);
  return { AccessToken, IdToken, RefreshToken };
}

/** Sets an authenticator app up as the second factor of a user, unrecorded. Gives its secret. */
export async function withApp(stage: Stage, username: string): Promise<string> {
  const { cognito } = stage;
  const { AccessToken } = await tokensOf(stage, username);
  return stage.quietly(async () => {
    const { SecretCode = '' } = await cognito.associateSoftwareToken({ AccessToken });
    await cognito.verifySoftwareToken({
      AccessToken,
      UserCode: appCode(SecretCode, -1, stage.now()),
      FriendlyDeviceName: 'Phone',
    });
    await cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    return SecretCode;
  });
}

/** The code that an app shows now. `withApp` used the one before it, so it has not been used. */
export const codeOf = (stage: Stage, secret: string): string => appCode(secret, 0, stage.now());

/** A code that is not the app's. */
export const wrongCode = (stage: Stage, secret: string): string => (codeOf(stage, secret) === '000000' ? '000001' : '000000');

/** A pool with an authenticator app as an optional second factor. */
export const appPool = {
  mfa: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
} as const;
