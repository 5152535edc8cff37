import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { appCode } from '../../../support/authenticator-app.ts';
import { choose, createMfaPool, enrolApp, respond, setMfa, signIn } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { srpAnswers } from '../../../support/cognito/srp-client.ts';
import { createSrpSession } from '../../../support/srp.ts';

// Each challenge answered wrongly, under another name, by another user, twice, through another client, too late, and too often.

interface Pending {
  readonly session: string | undefined;
  /** Made when it is needed: codes of an app have their time. */
  readonly right: () => Record<string, string>;
}

interface Row {
  readonly pool?: Record<string, unknown>;
  /** Brings a confirmed user, with a mail address and a phone of his own, to the challenge. */
  readonly begin: (world: TestPool, username: string) => Promise<Pending>;
  readonly wrong: Record<string, string>;
  readonly refusal: { readonly name: string; readonly message: string };
  /** Wrong answers until the user is locked out; none for an answer that is no guess. */
  readonly tries?: number;
}

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };
const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };
const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };

const newest = ({ outbox }: TestPool) => outbox.at(-1)?.code ?? '';
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

type Name = keyof typeof rows;
const names = Object.keys(rows) as Name[];
const everyName: readonly ChallengeNameType[] = [
  ...names,
  'CUSTOM_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'WEB_AUTHN',
];

async function begun(name: Name, username = 'ada') {
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

const attacked = new Set<string>();
const attacks = ['a wrong answer', 'another name', 'another user', 'twice', 'another client', 'too late', 'too often'] as const;

describe.each(names)('%s', (name) => {
  test('a wrong answer is refused, and the right one taken after it', async () => {
    const { row, right, answer } = await begun(name);
    if (Object.keys(row.wrong).length > 0) {
      expect(await refusal(answer({ ...right(), ...row.wrong }))).toEqual(row.refusal);
      const missing = Object.fromEntries(Object.keys(row.wrong).map((key) => [key, '']));
      expect((await refusal(answer({ ...right(), ...missing }))).name).toBe('InvalidParameterException');
    }
    expect((await refusal(answer(right(), { as: '' }))).message).toBe('Missing required parameter USERNAME');
    const { AuthenticationResult, ChallengeName } = await answer(right());
    expect(Boolean(AuthenticationResult) !== Boolean(ChallengeName)).toBe(true);
    attacked.add(`${name}/a wrong answer`);
  });

  test('another challenge’s name is refused, and so is another challenge’s answer', async () => {
    const { right, answer } = await begun(name);
    const inputs = { ANSWER: 'PASSWORD', PASSWORD: password, NEW_PASSWORD: 'An0ther one!', EMAIL: 'new@example.com', ...right() };
    for (const other of everyName.filter((candidate) => candidate !== name)) {
      expect([
        'NotAuthorizedException',
        'InvalidParameterException',
        'NotImplementedException',
        'ResourceNotFoundException',
      ]).toContain((await refusal(answer(inputs, { name: other }))).name);
    }
    attacked.add(`${name}/another name`);
  });

  test('another user is refused, with his own name and with this one’s', async () => {
    const { row, world, right, answer } = await begun(name);
    const first = right();
    for (const as of ['eve', 'nobody']) {
      expect(['Invalid session for the user.', incorrect.message]).toContain((await refusal(answer(first, { as }))).message);
    }
    const eve = await row.begin(world, 'eve');
    const session = eve.session ?? '';
    expect(['Invalid session for the user.', incorrect.message]).toContain(
      (await refusal(answer(name === 'PASSWORD_VERIFIER' ? eve.right() : first, { session }))).message,
    );
    attacked.add(`${name}/another user`);
  });

  test('a session is used once, even by answers at the same time', async () => {
    const { right, answer } = await begun(name);
    const inputs = right();
    const outcomes = await Promise.allSettled([answer(inputs), answer(inputs), answer(inputs)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refusal(answer(inputs))).message).toMatch(/^Invalid session for the user, session can only be used once\.$/);
    attacked.add(`${name}/twice`);
  });

  test('another client is refused', async () => {
    const { world, session, right } = await begun(name);
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    const call = respond({ ...world, clientId }, name, session, { USERNAME: 'ada', ...right() });
    expect([invalid.message, incorrect.message]).toContain((await refusal(call)).message);
    attacked.add(`${name}/another client`);
  });

  test('a session ends in its time', async () => {
    const { world, right, answer } = await begun(name);
    world.clock.advance({ minutes: 3 });
    expect(await refusal(answer(right()))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
    attacked.add(`${name}/too late`);
  });

  test('guesses lock the user out, however many come at once and however the sign-in is begun anew', async () => {
    const { row, world, right, answer } = await begun(name);
    const { tries } = row;
    if (tries !== undefined) {
      const guesses = await Promise.all(Array.from({ length: tries + 5 }, () => refusal(answer({ ...right(), ...row.wrong }))));
      expect(guesses.filter(({ message }) => message === row.refusal.message)).toHaveLength(tries);
      expect(guesses.filter(({ message }) => message === locked.message)).toHaveLength(5);
      expect(await refusal(answer(right()))).toEqual(locked);
      world.clock.advance({ seconds: 1 });
      expect(await refusal(answer({ ...right(), ...row.wrong }))).toEqual(row.refusal);
      world.clock.advance({ seconds: 1 });
      expect(await refusal(answer(right()))).toEqual(locked);
      world.clock.advance({ seconds: 1 });
      expect((await answer(right())).AuthenticationResult).toBeDefined();
    }
    attacked.add(`${name}/too often`);
  });
});

test('every attack was made on every challenge', () => {
  const cells = names.flatMap((name) => attacks.map((attack) => `${name}/${attack}`));
  expect(cells).toHaveLength(11 * 7);
  expect(cells.filter((cell) => !attacked.has(cell))).toEqual([]);
});

describe('a code', () => {
  test('for a second factor is not forgotten by a right password: begun anew, the sign-in is as locked', async () => {
    const { world } = await begun('SMS_MFA');
    for (let failures = 0; failures < 5; failures++) {
      const { Session } = await signIn(world, 'ada');
      const call = respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: '00000x' });
      expect(await refusal(call)).toEqual(wrongCode);
    }
    const { Session } = await signIn(world, 'ada');
    const call = respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: newest(world) });
    expect(await refusal(call)).toEqual(locked);
  });

  test('is void when a newer one is sent, whichever session it is for', async () => {
    const { world, answer, right } = await begun('SMS_MFA');
    const older = right();
    const { Session } = await signIn(world, 'ada');
    expect(await refusal(answer(older))).toEqual(wrongCode);
    expect(await refusal(answer({ SMS_MFA_CODE: newest(world) }))).toEqual(wrongCode);
    const { AuthenticationResult } = await respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: newest(world) });
    expect(AuthenticationResult).toBeDefined();
  });

  test('proves nothing about an address that took the other’s place', async () => {
    const { world, answer, right } = await begun('EMAIL_OTP');
    world.database.sql.exec(`UPDATE user SET attributes = json_set(attributes, '$.email', 'other@example.com')`);
    expect(await refusal(answer(right()))).toEqual(wrongCode);
  });

  test('a disabled user has no use for it, and a new password voids it', async () => {
    for (const change of ['enabled = 0', 'credential = credential + 1']) {
      const { world, answer, right } = await begun('EMAIL_OTP');
      world.database.sql.exec(`UPDATE user SET ${change}`);
      expect((await refusal(answer(right()))).name).toBe('NotAuthorizedException');
    }
  });
});

describe('the code of an authenticator app', () => {
  test('works once, in whichever sign-in', async () => {
    const { world, answer, right } = await begun('SOFTWARE_TOKEN_MFA');
    const { Session } = await signIn(world, 'ada');
    const code = right();
    expect((await answer(code)).AuthenticationResult).toBeDefined();
    const replay = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...code });
    const used = { name: 'ExpiredCodeException', message: 'Your software token has already been used once.' };
    expect(await refusal(replay)).toEqual(used);
    world.clock.advance({ seconds: 30 });
    const next = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...right() });
    expect((await next).AuthenticationResult).toBeDefined();
  });

  test('of two sign-ins at the same time only one has it', async () => {
    const { world, answer, right } = await begun('SOFTWARE_TOKEN_MFA');
    const { Session } = await signIn(world, 'ada');
    const code = right();
    const outcomes = await Promise.allSettled([
      answer(code),
      respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...code }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('that registered the app is used up by that', async () => {
    const world = createMfaPool();
    await world.confirmedUser('ada');
    const secret = await enrolApp(world, 'ada');
    await setMfa(world, 'ON');
    const { Session } = await world.cognito
      .adminSetUserMFAPreference({
        UserPoolId: world.userPoolId,
        Username: 'ada',
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      })
      .then(() => signIn(world, 'ada'));
    const answer = (steps: number) =>
      respond(world, 'SOFTWARE_TOKEN_MFA', Session, {
        USERNAME: 'ada',
        SOFTWARE_TOKEN_MFA_CODE: appCode(secret, steps, world.clock.now()),
      });
    for (const steps of [0, -1]) expect((await refusal(answer(steps))).name).toBe('ExpiredCodeException');
    for (const steps of [2, -2]) expect((await refusal(answer(steps))).name).toBe('CodeMismatchException');
    expect((await answer(1)).AuthenticationResult).toBeDefined();
  });
});
