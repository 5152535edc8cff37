import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Person } from '../../../support/cognito/mfa-pool.ts';
import { password, type TestPool } from '../../../support/cognito/pool.ts';
import { choose, signIn } from '../../../support/cognito/sign-in.ts';
import type { TriggerFunction } from '../../../support/cognito/trigger-pool.ts';
import { createSrpSession } from '../../../support/srp.ts';

function srpOf(world: TestPool, person: Person): string {
  person.srp = createSrpSession(person.username, password, world.userPoolId);
  return person.srp.largeA;
}

/** After a password Cognito asks for the second factor itself. It asks for none when the triggers let the user in. */
export const triggers: Readonly<Record<string, TriggerFunction>> = {
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

type Begin = (world: TestPool, person: Person) => Promise<InitiateAuthResponse>;

interface FlowRow {
  readonly begin: Begin;
  /** The challenges until the first factor is proven. */
  readonly first: readonly string[];
  readonly factor: 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN' | 'CUSTOM' | 'REFRESH';
}

/** What the tokens say of each first factor, and how much it is worth by itself. */
export const firstFactors: Record<FlowRow['factor'], { readonly amr: readonly string[]; readonly loa: number }> = {
  PASSWORD: { amr: ['pwd'], loa: 1 },
  EMAIL_OTP: { amr: ['email_otp'], loa: 2 },
  SMS_OTP: { amr: ['sms'], loa: 2 },
  WEB_AUTHN: { amr: ['swk'], loa: 3 },
  CUSTOM: { amr: [], loa: 1 },
  REFRESH: { amr: ['pwd'], loa: 1 },
};

export const flows: Record<string, FlowRow> = {
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
