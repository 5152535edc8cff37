import { answer, appPool, choose, codeOf, confirmedUser, signIn, tokensOf, withApp, wrongCode } from '../probe/people.ts';
import { told } from '../probe/recorder.ts';
import type { Story } from '../probe/story.ts';

export const factorStories: readonly Story[] = [
  {
    name: 'A wrong code of an authenticator app leaves the session to be answered',
    asks: ['cognito.sessions.wrong-code', 'cognito.texts.factors'],
    wants: appPool,
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const secret = await withApp(stage, kim);
      const challenge = (await signIn(stage, kim)) ?? {};
      await answer(stage, challenge, { USERNAME: kim, SOFTWARE_TOKEN_MFA_CODE: wrongCode(stage, secret) });
      await answer(stage, challenge, { USERNAME: kim, SOFTWARE_TOKEN_MFA_CODE: codeOf(stage, secret) });
    },
  },
  {
    name: 'A session is answered twice, by another user, and made up',
    asks: ['cognito.sessions.single-use'],
    wants: appPool,
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const ada = await confirmedUser(stage, 'ada');
      const secret = await withApp(stage, kim);
      const challenge = (await signIn(stage, kim)) ?? {};
      const code = { SOFTWARE_TOKEN_MFA_CODE: codeOf(stage, secret) };
      await answer(stage, challenge, { USERNAME: ada, ...code });
      await answer(stage, challenge, { USERNAME: kim, ...code });
      await answer(stage, challenge, { USERNAME: kim, ...code });
      await answer(stage, { ...challenge, Session: 'made-up-session-of-forty-characters-1234' }, { USERNAME: kim, ...code });
    },
  },
  {
    name: 'A session is answered after its time',
    asks: ['cognito.sessions.single-use'],
    wants: appPool,
    needs: 'clock',
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const secret = await withApp(stage, kim);
      const challenge = (await signIn(stage, kim)) ?? {};
      stage.advance(3 * 60 + 1);
      await answer(stage, challenge, { USERNAME: kim, SOFTWARE_TOKEN_MFA_CODE: codeOf(stage, secret) });
    },
  },
  {
    name: 'Six wrong codes of an authenticator app, and then the right one',
    asks: ['cognito.lockout.codes'],
    wants: appPool,
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const secret = await withApp(stage, kim);
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        const challenge = await stage.quietly(() => signIn(stage, kim));
        await answer(stage, challenge ?? {}, { USERNAME: kim, SOFTWARE_TOKEN_MFA_CODE: wrongCode(stage, secret) });
      }
      const challenge = (await signIn(stage, kim)) ?? {};
      await answer(stage, challenge, { USERNAME: kim, SOFTWARE_TOKEN_MFA_CODE: codeOf(stage, secret) });
    },
  },
  {
    name: 'SetUserMFAPreference with no factor, a factor that is not set up, and a preferred one that is off',
    asks: ['cognito.mfa.preference-contradictions', 'cognito.texts.factors'],
    wants: appPool,
    async run(stage) {
      const { cognito } = stage;
      const kim = await confirmedUser(stage, 'kim');
      const { AccessToken } = await tokensOf(stage, kim);
      await told(cognito.setUserMFAPreference({ AccessToken }));
      await told(cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }));
      await withApp(stage, kim);
      await told(cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: true } }));
      await told(
        cognito.setUserMFAPreference({
          AccessToken,
          SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
          EmailMfaSettings: { Enabled: true, PreferredMfa: true },
        }),
      );
    },
  },
  {
    name: 'A wrong code when an authenticator app is set up',
    asks: ['cognito.texts.factors'],
    wants: appPool,
    async run(stage) {
      const { cognito } = stage;
      const { AccessToken } = await tokensOf(stage, await confirmedUser(stage, 'kim'));
      await told(cognito.verifySoftwareToken({ AccessToken, UserCode: '000000' }));
      await told(cognito.associateSoftwareToken({ AccessToken }));
      await told(cognito.verifySoftwareToken({ AccessToken, UserCode: '000000' }));
    },
  },
  {
    name: 'The choice of a first factor, its order, and a preferred one',
    asks: ['cognito.choice.order', 'cognito.choice.preferred'],
    wants: { pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } } } },
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      await choose(stage, kim);
      await choose(stage, kim, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: stage.password });
      await choose(stage, kim, { PREFERRED_CHALLENGE: 'WEB_AUTHN' });
      await choose(stage, kim, { PREFERRED_CHALLENGE: 'made-up' });
    },
  },
  {
    name: 'An unknown user begins with the choice of a first factor',
    asks: ['cognito.choice.unknown-user'],
    wants: { pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } } },
    async run(stage) {
      for (let attempt = 1; attempt <= 5; attempt += 1) await choose(stage, stage.name('nobody'));
      await choose(stage, stage.address('nobody'));
    },
  },
  {
    name: 'A code by mail as a first factor: its length, and a wrong one',
    asks: ['cognito.codes.email-otp-length', 'cognito.lockout.codes'],
    wants: { pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } } },
    needs: 'mailbox',
    async run(stage) {
      const kim = await confirmedUser(stage, 'kim');
      const challenge = (await choose(stage, kim, { PREFERRED_CHALLENGE: 'EMAIL_OTP' })) ?? {};
      const code = stage.codeFor(stage.address('kim'));
      if (code.length !== 8) throw new Error(`The code has ${code.length} digits.`);
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        await answer(stage, challenge, { USERNAME: kim, EMAIL_OTP_CODE: code === '00000000' ? '00000001' : '00000000' });
      }
      await answer(stage, challenge, { USERNAME: kim, EMAIL_OTP_CODE: code });
    },
  },
  {
    name: 'Mail as a second factor without a sender of the account',
    asks: ['cognito.pool.mail-factor-needs-ses', 'cognito.pool.mail-as-only-factor', 'cognito.pool.mail-factor-and-recovery'],
    changesPool: true,
    async run({ cognito, userPoolId: UserPoolId }) {
      await told(cognito.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} }));
      await told(
        cognito.setUserPoolMfaConfig({
          UserPoolId,
          MfaConfiguration: 'OPTIONAL',
          EmailMfaConfiguration: {},
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      );
    },
  },
];
