import { createHmac } from 'node:crypto';
import { choose, confirmedUser, signIn, tokensOf } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { PoolWanted, Story } from '../probe/story.ts';

const rotating: PoolWanted = {
  client: {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  },
};

export const tokenStories: readonly Story[] = [
  {
    name: 'GetTokensFromRefreshToken on a client without rotation',
    asks: ['cognito.tokens.refresh-without-rotation'],
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const { RefreshToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }));
      await told(
        cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken } }),
      );
    },
  },
  {
    name: 'A rotated refresh token is used again, and then the one that replaced it',
    asks: ['cognito.tokens.reuse'],
    wants: rotating,
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const { RefreshToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      const first = await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken: first?.AuthenticationResult?.RefreshToken ?? '' }));
    },
  },
  {
    name: 'A refresh token of a client with a secret: the secret hash of the name, and of the sub',
    asks: ['cognito.tokens.refresh-secret-hash'],
    wants: { client: { GenerateSecret: true } },
    async run(stage) {
      const { cognito, clientId: ClientId, userPoolId: UserPoolId } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const { sub, secret } = await stage.quietly(async () => {
        const { UserAttributes } = await cognito.adminGetUser({ UserPoolId, Username: kim });
        const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId, ClientId });
        return {
          sub: UserAttributes?.find(({ Name }) => Name === 'sub')?.Value ?? '',
          secret: UserPoolClient?.ClientSecret ?? '',
        };
      });
      const hash = (name: string) => createHmac('sha256', secret).update(`${name}${ClientId}`).digest('base64');
      const signedIn = await signIn(stage, kim, stage.password, { SECRET_HASH: hash(kim) });
      const REFRESH_TOKEN = signedIn?.AuthenticationResult?.RefreshToken ?? '';
      for (const name of [kim, sub, stage.name('nobody')]) {
        const AuthParameters = { REFRESH_TOKEN, SECRET_HASH: hash(name) };
        await told(cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }));
      }
    },
  },
  {
    name: 'A refresh token is revoked twice, and a made-up one once',
    asks: ['cognito.tokens.revoke-twice'],
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const { RefreshToken: Token, AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      await told(cognito.revokeToken({ ClientId, Token }));
      await told(cognito.revokeToken({ ClientId, Token }));
      await told(cognito.revokeToken({ ClientId, Token: 'made-up' }));
      await told(cognito.revokeToken({ ClientId, Token: AccessToken }));
    },
  },
  {
    name: 'A changed password leaves the refresh token and the access token alive',
    asks: ['cognito.tokens.new-password', 'cognito.passwords.sessions-survive'],
    async run(stage) {
      const { cognito, clientId: ClientId, password } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken, RefreshToken } = await tokensOf(stage, kim);
      await told(cognito.changePassword({ AccessToken, PreviousPassword: password, ProposedPassword: `${password}-2` }));
      await told(cognito.getUser({ AccessToken }));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }));
      const Username = kim;
      await told(
        cognito.adminSetUserPassword({ UserPoolId: stage.userPoolId, Username, Password: `${password}-3`, Permanent: true }),
      );
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }));
    },
  },
  {
    name: 'A sign-in towards a level: words of the parameters, an access token alone, a level out of reach',
    asks: ['cognito.step-up.parameters', 'cognito.step-up.out-of-reach'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken } = await tokensOf(stage, kim);
      const password = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: stage.password };
      await choose(stage, kim, { ...password, TARGET_ACR_VALUES: 'made-up' });
      await choose(stage, kim, { ...password, ACCESS_TOKEN: AccessToken });
      await choose(stage, kim, { ...password, TARGET_ACR_VALUES: 'urn:cognito:loa:1', MAX_AGE: 'made-up' });
      await choose(stage, kim, { ...password, TARGET_ACR_VALUES: 'urn:cognito:loa:4' });
      await choose(stage, kim, { TARGET_ACR_VALUES: 'urn:cognito:loa:4', ACCESS_TOKEN: AccessToken });
    },
  },
  {
    name: 'An access token gives credit towards the level that it has',
    asks: ['cognito.step-up.credit'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken } = await tokensOf(stage, kim);
      await choose(stage, kim, { TARGET_ACR_VALUES: 'urn:cognito:loa:1', ACCESS_TOKEN: AccessToken });
    },
  },
  {
    name: 'Sessions are listed before and after tracking is on, and revoked',
    asks: ['cognito.tracking.configuration', 'cognito.tracking.revocation', 'cognito.tracking.device'],
    changesPool: true,
    async run(stage) {
      const { cognito, userPoolId: UserPoolId } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const before = await tokensOf(stage, kim);
      await told(cognito.getUserPoolSessionConfiguration({ UserPoolId }));
      await told(cognito.listUserSessions({ AccessToken: before.AccessToken }));
      await told(
        cognito.setUserPoolSessionConfiguration({ UserPoolId, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 2 } }),
      );
      await told(cognito.listUserSessions({ AccessToken: before.AccessToken }));
      const AccessToken = (await signIn(stage, kim))?.AuthenticationResult?.AccessToken ?? '';
      const listed = await told(cognito.listUserSessions({ AccessToken }));
      const SessionId = listed?.Sessions?.find(({ IsCurrentSession }) => IsCurrentSession)?.SessionId ?? '';
      await told(cognito.revokeUserSession({ AccessToken, SessionId }));
      await told(cognito.revokeUserSession({ AccessToken, SessionId: 'tknmadeup000000000000000000a' }));
    },
  },
];
