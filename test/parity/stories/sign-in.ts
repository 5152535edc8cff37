import { createSrpSession } from '../../support/srp.ts';
import { answer, confirmedUser, signIn, tokensOf } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { Stage, Story } from '../probe/story.ts';

export const signInStories: readonly Story[] = [
  {
    name: 'A wrong password and an unknown user are refused alike',
    asks: ['cognito.texts.not-authorized'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      await signIn(stage, kim, 'made-up-Wrong-1');
      await signIn(stage, stage.name('nobody'), 'made-up-Wrong-1');
    },
  },
  {
    name: 'A disabled user signs in with a wrong and with the right password',
    asks: ['cognito.order.disabled'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      await stage.quietly(() => stage.cognito.adminDisableUser({ UserPoolId: stage.userPoolId, Username: kim }));
      await signIn(stage, kim, 'made-up-Wrong-1');
      await signIn(stage, kim);
    },
  },
  {
    name: 'A user whose password was reset signs in with a wrong and with the right one',
    asks: ['cognito.order.reset-required'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      await stage.quietly(() => stage.cognito.adminResetUserPassword({ UserPoolId: stage.userPoolId, Username: kim }));
      await signIn(stage, kim, 'made-up-Wrong-1');
      await signIn(stage, kim);
    },
  },
  {
    name: 'A flow that the client has not is refused before anything else',
    asks: ['cognito.texts.flow-off', 'cognito.order.parameters-first'],
    wants: { client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } },
    async run({ cognito, clientId: ClientId, name }) {
      for (const AuthFlow of ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'] as const) {
        await told(cognito.initiateAuth({ ClientId, AuthFlow, AuthParameters: { USERNAME: name('nobody') } }));
      }
    },
  },
  {
    name: 'A missing parameter is told before the user is looked for',
    asks: ['cognito.order.parameters-first'],
    async run({ cognito, clientId: ClientId, name }) {
      const AuthFlow = 'USER_PASSWORD_AUTH';
      await told(cognito.initiateAuth({ ClientId, AuthFlow, AuthParameters: { USERNAME: name('nobody') } }));
      await told(cognito.initiateAuth({ ClientId, AuthFlow, AuthParameters: { PASSWORD: 'made-up-Wrong-1' } }));
      await told(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: name('nobody') } }));
    },
  },
  {
    name: 'A client with a secret is asked without a secret hash, with and without the other parameters',
    asks: ['cognito.order.parameters-first'],
    wants: { client: { GenerateSecret: true } },
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const kim = await confirmedUser(stage, 'kim');
      await signIn(stage, kim);
      await signIn(stage, stage.name('nobody'));
      await told(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: kim } }));
    },
  },
  {
    name: 'The clock of a client by SRP is four and six minutes off',
    asks: ['cognito.srp.clock-tolerance'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      for (const minutes of [0, -4, -6, 4, 6]) await signInBySrp(stage, kim, minutes);
    },
  },
  {
    name: 'Refused texts of tokens: made up, of the wrong kind, signed out, and revoked',
    asks: ['cognito.texts.tokens'],
    async run(stage) {
      const { cognito, clientId: ClientId } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const signedOut = await tokensOf(stage, kim);
      await told(cognito.getUser({ AccessToken: 'made-up' }));
      await told(cognito.getUser({ AccessToken: signedOut.IdToken }));
      await told(cognito.globalSignOut({ AccessToken: signedOut.AccessToken }));
      await told(cognito.getUser({ AccessToken: signedOut.AccessToken }));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken: signedOut.RefreshToken }));
      const revoked = await tokensOf(stage, kim);
      await told(cognito.revokeToken({ ClientId, Token: revoked.RefreshToken }));
      await told(cognito.getUser({ AccessToken: revoked.AccessToken }));
      await told(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken: revoked.RefreshToken }));
    },
  },
  {
    name: 'Six wrong passwords, and then the right one',
    asks: ['cognito.texts.not-authorized'],
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      for (let attempt = 1; attempt <= 6; attempt += 1) await signIn(stage, kim, 'made-up-Wrong-1');
      await signIn(stage, kim);
    },
  },
];

async function signInBySrp(stage: Stage, username: string, minutesOff: number): Promise<void> {
  const { cognito, clientId: ClientId, password, userPoolId } = stage;
  const { largeA, prove } = createSrpSession(username, password, userPoolId);
  const AuthParameters = { USERNAME: username, SRP_A: largeA };
  const challenge = await stage.quietly(() =>
    told(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters })),
  );
  const parameters = challenge?.ChallengeParameters ?? {};
  const { signature, timestamp } = prove(parameters, stage.now() + minutesOff * 60_000);
  await answer(stage, challenge ?? {}, {
    USERNAME: parameters['USER_ID_FOR_SRP'] ?? '',
    PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'] ?? '',
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP: timestamp,
  });
}
