import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { appCode } from '../../../../support/authenticator-app.ts';
import { createMfaPool, enrolApp } from '../../../../support/cognito/mfa-pool.ts';
import { password, type TestPool } from '../../../../support/cognito/pool.ts';
import { choose, respond, signIn } from '../../../../support/cognito/sign-in.ts';
import { srpAnswers } from '../../../../support/cognito/srp-client.ts';
import { createSrpSession } from '../../../../support/srp.ts';

/** A challenge that somebody is asked, and the right answer to it. */
interface Pending {
  readonly session: string | undefined;
  /** Made when it is needed: codes of an app have their time. */
  readonly right: () => Record<string, string>;
}

interface Row {
  readonly pool?: Record<string, unknown>;
  /** Brings a confirmed user, with a mail address and a phone of their own, to the challenge. */
  readonly begin: (world: TestPool, username: string) => Promise<Pending>;
  readonly wrong: Record<string, string>;
  readonly refusal: { readonly name: string; readonly message: string };
  /** Wrong answers until the user is locked out; none for an answer that is no guess. */
  readonly tries?: number;
}

export const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
export const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
export const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };
export const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
export const newest = ({ outbox }: TestPool) => outbox.at(-1)?.code ?? '';

const preferring = (factor: string) => async (world: TestPool, username: string) => {
  const { Session } = await choose(world, username, { PREFERRED_CHALLENGE: factor });
  return Session;
};

async function turnOn({ cognito, userPoolId }: TestPool, username: string, ...factors: string[]): Promise<void> {
  const settings = Object.fromEntries(factors.map((factor) => [factor, { Enabled: true }]));
  await cognito.adminSetUserMFAPreference({ UserPoolId: userPoolId, Username: username, ...settings });
}

const rows = {
  NEW_PASSWORD_REQUIRED: {
    async begin(world, username) {
      const named = { UserPoolId: world.userPoolId, Username: username };
      await world.cognito.adminSetUserPassword({ ...named, Password: password, Permanent: false });
      const { Session } = await signIn(world, username);
      return { session: Session, right: () => ({ NEW_PASSWORD: 'An0ther one!' }) };
    },
    wrong: { NEW_PASSWORD: 'short' },
    refusal: { name: 'InvalidPasswordException', message: 'Password does not conform to policy: Password not long enough' },
  },
  PASSWORD: {
    begin: async (world, username) => ({
      session: await preferring('PASSWORD')(world, username),
      right: () => ({ PASSWORD: password }),
    }),
    wrong: { PASSWORD: 'Wrong passw0rd!' },
    refusal: incorrect,
    tries: 5,
  },
  PASSWORD_SRP: {
    begin: async (world, username) => ({
      session: await preferring('PASSWORD_SRP')(world, username),
      right: () => ({ SRP_A: createSrpSession(username, password, world.userPoolId).largeA }),
    }),
    wrong: { SRP_A: '0' },
    refusal: { name: 'InvalidParameterException', message: 'Invalid SRP_A.' },
  },
  PASSWORD_VERIFIER: {
    async begin(world, username) {
      const session = createSrpSession(username, password, world.userPoolId);
      const inputs = { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: session.largeA };
      const response = await choose(world, username, inputs);
      return { session: response.Session, right: () => srpAnswers(world, { session, response }) };
    },
    wrong: { PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64') },
    refusal: incorrect,
    tries: 5,
  },
  SELECT_CHALLENGE: {
    async begin(world, username) {
      const { Session } = await choose(world, username);
      return { session: Session, right: () => ({ ANSWER: 'EMAIL_OTP' }) };
    },
    wrong: { ANSWER: 'WEB_AUTHN' },
    refusal: { name: 'InvalidParameterException', message: 'WEB_AUTHN is not available for the user.' },
  },
  EMAIL_OTP: {
    async begin(world, username) {
      const session = await preferring('EMAIL_OTP')(world, username);
      const code = newest(world);
      return { session, right: () => ({ EMAIL_OTP_CODE: code }) };
    },
    wrong: { EMAIL_OTP_CODE: '0000000x' },
    refusal: wrongCode,
    tries: 10,
  },
  SMS_OTP: {
    async begin(world, username) {
      const session = await preferring('SMS_OTP')(world, username);
      const code = newest(world);
      return { session, right: () => ({ SMS_OTP_CODE: code }) };
    },
    wrong: { SMS_OTP_CODE: '0000000x' },
    refusal: wrongCode,
    tries: 10,
  },
  SMS_MFA: {
    async begin(world, username) {
      await turnOn(world, username, 'SMSMfaSettings');
      const { Session } = await signIn(world, username);
      const code = newest(world);
      return { session: Session, right: () => ({ SMS_MFA_CODE: code }) };
    },
    wrong: { SMS_MFA_CODE: '00000x' },
    refusal: wrongCode,
    tries: 5,
  },
  SOFTWARE_TOKEN_MFA: {
    async begin(world, username) {
      const secret = await enrolApp(world, username);
      await turnOn(world, username, 'SoftwareTokenMfaSettings');
      world.clock.advance({ seconds: 60 });
      const { Session } = await signIn(world, username);
      return { session: Session, right: () => ({ SOFTWARE_TOKEN_MFA_CODE: appCode(secret, 0, world.clock.now()) }) };
    },
    wrong: { SOFTWARE_TOKEN_MFA_CODE: '00000x' },
    refusal: { name: 'CodeMismatchException', message: 'Invalid code received for user' },
    tries: 5,
  },
  SELECT_MFA_TYPE: {
    async begin(world, username) {
      await turnOn(world, username, 'SMSMfaSettings', 'EmailMfaSettings');
      const { Session } = await signIn(world, username);
      return { session: Session, right: () => ({ ANSWER: 'SMS_MFA' }) };
    },
    wrong: { ANSWER: 'SOFTWARE_TOKEN_MFA' },
    refusal: { name: 'InvalidParameterException', message: 'SOFTWARE_TOKEN_MFA is not one of SMS_MFA, EMAIL_OTP.' },
  },
  MFA_SETUP: {
    pool: { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    async begin(world, username) {
      const { Session } = await signIn(world, username);
      const { SecretCode = '', Session: second } = await world.cognito.associateSoftwareToken({ Session });
      const UserCode = appCode(SecretCode, 0, world.clock.now());
      const { Session: third } = await world.cognito.verifySoftwareToken({ Session: second, UserCode });
      return { session: third, right: () => ({}) };
    },
    wrong: {},
    refusal: invalid,
  },
} satisfies Partial<Record<ChallengeNameType, Row>>;

export type Name = keyof typeof rows;

export const names = Object.keys(rows) as Name[];

export const everyName: readonly ChallengeNameType[] = [
  ...names,
  'CUSTOM_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'WEB_AUTHN',
];

export async function begun(name: Name, username = 'ada') {
  const row: Row = rows[name];
  const world = createMfaPool(row.pool ?? {});
  for (const [index, person] of ['ada', 'eve'].entries()) {
    const addresses = { email: `${person}@example.com`, phone_number: `+4412345678${index}` };
    await world.confirmedUser(person, { ...addresses, email_verified: 'true', phone_number_verified: 'true' });
  }
  const { session, right } = await row.begin(world, username);
  const answer = (responses: Record<string, string>, change: { name?: ChallengeNameType; session?: string; as?: string } = {}) =>
    respond(world, change.name ?? name, change.session ?? session, { ...responses, USERNAME: change.as ?? username });
  return { row, world, session, right, answer };
}
