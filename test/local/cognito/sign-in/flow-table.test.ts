import type { InitiateAuthResponse, UserPoolMfaType } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { allFactors, allFlows, enrolApp, finish, type Person, setMfa } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { choose, signIn } from '../../../support/cognito/sign-in.ts';
import { createTriggerPool, type TriggerFunction } from '../../../support/cognito/trigger-pool.ts';
import { createSrpSession } from '../../../support/srp.ts';

// Every flow, times every MFA setting of the pool, times every way a user may be enrolled: the challenges on the way to tokens, and what
// the tokens then say was proven.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

const email = { email: 'EMAIL', email_verified: 'true' };
const phone = { phone_number: 'PHONE', phone_number_verified: 'true' };
const on = (PreferredMfa = false) => ({ Enabled: true, PreferredMfa });

interface Enrolment {
  readonly attributes: Record<string, string>;
  readonly app?: true;
  readonly preference?: Record<string, object>;
}

const enrolments = {
  nothing: { attributes: {} },
  'a mail address': { attributes: email },
  'a phone': { attributes: phone },
  'both addresses': { attributes: { ...email, ...phone } },
  'an app': { attributes: {}, app: true },
  'an app and both addresses': { attributes: { ...email, ...phone }, app: true },
  'an app turned on': { attributes: {}, app: true, preference: { SoftwareTokenMfaSettings: on() } },
  'SMS turned on': { attributes: { ...email, ...phone }, preference: { SMSMfaSettings: on() } },
  'mail turned on and preferred': { attributes: { ...email, ...phone }, preference: { EmailMfaSettings: on(true) } },
  'an app and SMS turned on': {
    attributes: phone,
    app: true,
    preference: { SoftwareTokenMfaSettings: on(), SMSMfaSettings: on() },
  },
  'an app and SMS turned on, the app preferred': {
    attributes: phone,
    app: true,
    preference: { SoftwareTokenMfaSettings: on(true), SMSMfaSettings: on() },
  },
} as const satisfies Record<string, Enrolment>;
type EnrolmentName = keyof typeof enrolments;

/** What follows a proven password. */
const afterPassword: Record<UserPoolMfaType, Record<EnrolmentName, readonly string[]>> = {
  OFF: {
    nothing: [],
    'a mail address': [],
    'a phone': [],
    'both addresses': [],
    'an app': [],
    'an app and both addresses': [],
    'an app turned on': [],
    'SMS turned on': [],
    'mail turned on and preferred': [],
    'an app and SMS turned on': [],
    'an app and SMS turned on, the app preferred': [],
  },
  OPTIONAL: {
    nothing: [],
    'a mail address': [],
    'a phone': [],
    'both addresses': [],
    // Verifying an app turns it not on.
    'an app': [],
    'an app and both addresses': [],
    'an app turned on': ['SOFTWARE_TOKEN_MFA'],
    'SMS turned on': ['SMS_MFA'],
    'mail turned on and preferred': ['EMAIL_OTP'],
    'an app and SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app and SMS turned on, the app preferred': ['SOFTWARE_TOKEN_MFA'],
  },
  ON: {
    nothing: ['MFA_SETUP'],
    'a mail address': ['EMAIL_OTP'],
    'a phone': ['SMS_MFA'],
    'both addresses': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app': ['SOFTWARE_TOKEN_MFA'],
    'an app and both addresses': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app turned on': ['SOFTWARE_TOKEN_MFA'],
    'SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'mail turned on and preferred': ['EMAIL_OTP'],
    'an app and SMS turned on': ['SELECT_MFA_TYPE', 'SMS_MFA'],
    'an app and SMS turned on, the app preferred': ['SOFTWARE_TOKEN_MFA'],
  },
};

/** Cognito asks who brings a password for the second factor itself; nothing of that when the triggers let him in. */
const triggers: Readonly<Record<string, TriggerFunction>> = {
  DefineAuthChallenge(event) {
    const last = event.request.session.at(-1);
    const issueTokens = last !== undefined && last.challengeName !== 'SRP_A' && last.challengeResult;
    const challengeName = last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE';
    return { ...event, response: { issueTokens, failAuthentication: false, ...(issueTokens ? {} : { challengeName }) } };
  },
  CreateAuthChallenge: (event) => ({
    ...event,
    response: { publicChallengeParameters: {}, privateChallengeParameters: { answer: 'right' } },
  }),
  VerifyAuthChallengeResponse: (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request;
    return { ...event, response: { answerCorrect: challengeAnswer === privateChallengeParameters.answer } };
  },
};

const pool = {
  ...allFactors,
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] } },
  WebAuthnRelyingPartyID: 'example.com',
};
const client = { ExplicitAuthFlows: [...allFlows.ExplicitAuthFlows, 'ALLOW_CUSTOM_AUTH'] };

/** The choices of somebody whose factors are nothing but these; with MFA in force a password is the only one. */
function choices(mfa: UserPoolMfaType, name: EnrolmentName, hasPasskey: boolean): string[] {
  const { attributes } = enrolments[name];
  const isStrict = mfa === 'ON' || afterPassword[mfa][name].length > 0;
  return [
    'PASSWORD_SRP',
    'PASSWORD',
    ...('email' in attributes && !isStrict ? ['EMAIL_OTP'] : []),
    ...('phone_number' in attributes && !isStrict ? ['SMS_OTP'] : []),
    ...(hasPasskey && !isStrict ? ['WEB_AUTHN'] : []),
  ];
}

type Begin = (world: TestPool, person: Person) => Promise<InitiateAuthResponse>;
interface FlowRow {
  readonly begin: Begin;
  /** The challenges until the first factor is proven. */
  readonly first: readonly string[];
  readonly factor: 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'CUSTOM' | 'REFRESH';
}

/** What the tokens say of each first factor, and how much it is worth by itself. */
const firstFactors: Record<FlowRow['factor'], { readonly amr: readonly string[]; readonly loa: number }> = {
  PASSWORD: { amr: ['pwd'], loa: 1 },
  EMAIL_OTP: { amr: ['email_otp'], loa: 2 },
  SMS_OTP: { amr: ['sms'], loa: 2 },
  WEB_AUTHN: { amr: ['swk'], loa: 3 },
  CUSTOM: { amr: [], loa: 1 },
  REFRESH: { amr: ['pwd'], loa: 1 },
};

function srpOf(world: TestPool, person: Person): string {
  person.srp = createSrpSession(person.username, password, world.userPoolId);
  return person.srp.largeA;
}

const flows: Record<string, FlowRow> = {
  USER_PASSWORD_AUTH: { begin: (world, { username }) => signIn(world, username), first: [], factor: 'PASSWORD' },
  ADMIN_USER_PASSWORD_AUTH: {
    begin: ({ cognito, clientId, userPoolId }, { username }) =>
      cognito.adminInitiateAuth({
        UserPoolId: userPoolId,
        ClientId: clientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    first: [],
    factor: 'PASSWORD',
  },
  USER_SRP_AUTH: {
    begin: (world, person) =>
      world.cognito.initiateAuth({
        ClientId: world.clientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: person.username, SRP_A: srpOf(world, person) },
      }),
    first: ['PASSWORD_VERIFIER'],
    factor: 'PASSWORD',
  },
  'USER_AUTH, a password preferred': {
    begin: (world, { username }) => choose(world, username, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }),
    first: [],
    factor: 'PASSWORD',
  },
  'USER_AUTH, SRP preferred': {
    begin: (world, person) =>
      choose(world, person.username, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: srpOf(world, person) }),
    first: ['PASSWORD_VERIFIER'],
    factor: 'PASSWORD',
  },
  'USER_AUTH, a mail preferred': {
    begin: (world, { username }) => choose(world, username, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }),
    first: ['EMAIL_OTP'],
    factor: 'EMAIL_OTP',
  },
  'USER_AUTH, a text message preferred': {
    begin: (world, { username }) => choose(world, username, { PREFERRED_CHALLENGE: 'SMS_OTP' }),
    first: ['SMS_OTP'],
    factor: 'SMS_OTP',
  },
  'USER_AUTH, a passkey preferred': {
    begin: (world, { username }) => choose(world, username, { PREFERRED_CHALLENGE: 'WEB_AUTHN' }),
    first: ['WEB_AUTHN'],
    factor: 'WEB_AUTHN',
  },
  CUSTOM_AUTH: {
    begin: ({ cognito, clientId }, { username }) =>
      cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: username } }),
    first: ['CUSTOM_CHALLENGE'],
    factor: 'CUSTOM',
  },
  'CUSTOM_AUTH, SRP first': {
    begin: (world, person) =>
      world.cognito.initiateAuth({
        ClientId: world.clientId,
        AuthFlow: 'CUSTOM_AUTH',
        AuthParameters: { USERNAME: person.username, CHALLENGE_NAME: 'SRP_A', SRP_A: srpOf(world, person) },
      }),
    first: ['PASSWORD_VERIFIER'],
    factor: 'PASSWORD',
  },
  REFRESH_TOKEN_AUTH: {
    begin: ({ cognito, clientId }, { refreshToken = '' }) =>
      cognito.initiateAuth({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      }),
    first: [],
    factor: 'REFRESH',
  },
  'USER_AUTH, a password chosen': {
    begin: (world, { username }) => choose(world, username),
    first: ['SELECT_CHALLENGE', 'PASSWORD'],
    factor: 'PASSWORD',
  },
};

const choosable: readonly string[] = ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];

/** What the tokens say of each challenge that was passed. */
const amrOf: Record<string, readonly string[]> = {
  SOFTWARE_TOKEN_MFA: ['mfa', 'otp'],
  MFA_SETUP: ['mfa', 'otp'],
  SMS_MFA: ['mfa', 'sms'],
  EMAIL_OTP: ['mfa', 'email_otp'],
};

const mfas = ['OFF', 'OPTIONAL', 'ON'] as const;
const flowNames = Object.keys(flows);
const enrolmentNames = Object.keys(enrolments) as EnrolmentName[];
const walked = new Set<string>();

async function enrol(
  world: TestPool,
  username: string,
  name: EnrolmentName,
  number: number,
  hasPasskey: boolean,
): Promise<Person> {
  const enrolment: Enrolment = enrolments[name];
  const filled = Object.entries(enrolment.attributes).map(([key, value]) => [
    key,
    value.replace('EMAIL', `${username}@example.com`).replace('PHONE', `+4412345${String(number).padStart(5, '0')}`),
  ]);
  await world.confirmedUser(username, Object.fromEntries(filled));
  const { AuthenticationResult } = await signIn(world, username);
  const { AccessToken, RefreshToken = '' } = AuthenticationResult ?? {};
  const person: Person = { username, refreshToken: RefreshToken, ...(hasPasskey && { passkey: authenticator() }) };
  if (person.passkey) {
    const { CredentialCreationOptions } = await world.cognito.startWebAuthnRegistration({ AccessToken });
    const Credential = person.passkey.create(CredentialCreationOptions);
    await world.cognito.completeWebAuthnRegistration({ AccessToken, Credential });
  }
  if (enrolment.app) person.secret = await enrolApp(world, username);
  if (enrolment.preference) {
    await world.cognito.adminSetUserMFAPreference({ UserPoolId: world.userPoolId, Username: username, ...enrolment.preference });
  }
  return person;
}

describe.each(mfas)('with MFA %s', (mfa) => {
  let world: TestPool;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    world = createTriggerPool(triggers, pool, client);
    for (const flow of flowNames) {
      for (const name of enrolmentNames) {
        const hasPasskey = flows[flow]?.factor === 'WEB_AUTHN';
        people.set(`${flow}/${name}`, await enrol(world, `user${people.size}`, name, people.size, hasPasskey));
      }
    }
    await setMfa(world, mfa);
  });

  describe.each(flowNames)('%s', (flowName) => {
    test.each(enrolmentNames)('a user with %s', async (name) => {
      const person = people.get(`${flowName}/${name}`);
      const flow = flows[flowName];
      if (!person || !flow) throw new Error('No such cell.');
      const available = choices(mfa, name, person.passkey !== undefined);
      const first = await flow.begin(world, person);
      if (flowName.startsWith('USER_AUTH') && first.ChallengeName) expect(first.AvailableChallenges).toEqual(available);
      const { trail, result } = await finish(world, first, person);
      // What is preferred and not available is chosen anew, and a password chosen instead.
      const isInstead = choosable.includes(flow.factor) && !available.includes(flow.factor);
      const factor = isInstead ? 'PASSWORD' : flow.factor;
      const then = factor === 'PASSWORD' ? afterPassword[mfa][name] : [];
      expect(trail).toEqual([...(isInstead ? ['SELECT_CHALLENGE', 'PASSWORD'] : flow.first), ...then]);
      const { amr, loa } = firstFactors[factor];
      const second = amrOf[then.at(-1) ?? ''] ?? [];
      const acr = `urn:cognito:loa:${second.includes('otp') ? 4 : second.length > 0 ? 3 : loa}`;
      for (const token of [result?.AccessToken, result?.IdToken]) {
        expect(decodeJwt(token ?? '')).toMatchObject({ amr: [...amr, ...second], acr });
      }
      walked.add(`${mfa}/${flowName}/${name}`);
    });
  });
});

test('every cell of the table was walked', () => {
  const cells = mfas.flatMap((mfa) => flowNames.flatMap((flow) => enrolmentNames.map((name) => `${mfa}/${flow}/${name}`)));
  expect(cells).toHaveLength(3 * 12 * 11);
  expect(cells.filter((cell) => !walked.has(cell))).toEqual([]);
});

test('a flow that the client has off is refused by name, whoever comes', async () => {
  const world = createTriggerPool(triggers, pool, { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] });
  await world.confirmedUser('ada');
  for (const [name, { begin }] of Object.entries(flows)) {
    if (name === 'ADMIN_USER_PASSWORD_AUTH') continue;
    const { name: exception, message } = await refusal(begin(world, { username: 'ada' }));
    expect([exception, message]).toEqual([
      'InvalidParameterException',
      expect.stringMatching(/not enabled for (the|this) client/),
    ]);
  }
});
