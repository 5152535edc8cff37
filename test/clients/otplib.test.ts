import { generateURI } from 'otplib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  AssociateSoftwareTokenDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SetUserMfaPreferenceDocument,
  VerifySoftwareTokenDocument,
} from '../../examples/generated/operations.ts';
import { stageSettings } from '../../infra/stage-settings.ts';
import { appCode } from '../support/authenticator-app.ts';
import { stackOf } from '../support/infra/stack.ts';
import { refused, succeeded } from '../support/send.ts';
import { type AuthResult, expectTokens } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { challenge } from './challenge.ts';
import { type ConfirmedPerson, confirmedPerson } from './people.ts';

// An authenticator app that has only the secret, and the second factor through the fields of this API.

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.close());

async function login({ username, password }: ConfirmedPerson): Promise<AuthResult> {
  return succeeded(await system.send(LoginDocument, { input: { username, password } })).login;
}

/** Signs in, pairs an app and switches it on. This uses up the app's current code. */
async function enrolled(person: ConfirmedPerson): Promise<{ secret: string; otpauthUri: string; token: string }> {
  const { accessToken: token } = expectTokens(await login(person));
  const { associateSoftwareToken } = succeeded(await system.send(AssociateSoftwareTokenDocument, {}, token));
  const { secretCode: secret, otpauthUri } = associateSoftwareToken;
  const input = { code: appCode(secret), friendlyDeviceName: 'telephone' };
  const { verifySoftwareToken } = succeeded(await system.send(VerifySoftwareTokenDocument, { input }, token));
  expect(verifySoftwareToken).toEqual({ status: 'SUCCESS', session: null });
  const preference = { softwareToken: { enabled: true, preferred: true } };
  succeeded(await system.send(SetUserMfaPreferenceDocument, { input: preference }, token));
  return { secret, otpauthUri, token };
}

describe('otplib, through the fields of this API', () => {
  test('pairs an app with a signed-in user', async () => {
    const person = await confirmedPerson(system);
    const { secret, otpauthUri, token } = await enrolled(person);
    expect(otpauthUri).toBe(generateURI({ issuer: 'CognitoGraphqlDev', label: person.username, secret }));
    const { me } = succeeded(await system.send(MeDocument, {}, token));
    expect(me.mfa).toEqual({ preferred: 'SOFTWARE_TOKEN_MFA', enabled: ['SOFTWARE_TOKEN_MFA'] });
  });

  test('signs in by the code of the app, and each code once', async () => {
    const person = await confirmedPerson(system);
    const { secret } = await enrolled(person);
    const { name, username, session, friendlyDeviceName } = challenge(await login(person), 'SoftwareTokenMfaChallenge');
    expect(friendlyDeviceName).toBe('telephone');
    const code = appCode(secret, 1);
    const input = { name, username, session, code };
    expectTokens(succeeded(await system.send(RespondToChallengeDocument, { input })).respondToChallenge);

    const next = challenge(await login(person), 'SoftwareTokenMfaChallenge');
    const replayed = await system.send(RespondToChallengeDocument, { input: { name, username, session: next.session, code } });
    expect(refused(replayed).errorType).toBe('CODE_EXPIRED');
  });

  test('a code of another secret is refused', async () => {
    const [person, other] = [await confirmedPerson(system), await confirmedPerson(system)];
    await enrolled(person);
    const { secret } = await enrolled(other);
    const { name, username, session } = challenge(await login(person), 'SoftwareTokenMfaChallenge');
    const input = { name, username, session, code: appCode(secret, 1) };
    expect(refused(await system.send(RespondToChallengeDocument, { input })).errorType).toBe('CODE_MISMATCH');
  });
});

describe('otplib, if the pool requires a second factor', () => {
  test('a user without a factor sets up an app during the sign-in', async () => {
    const required = await startSystem({ assembly: withRequiredMfa() });
    onTestFinished(() => required.close());
    const { username, password } = await confirmedPerson(required);
    const start = { username, password };
    const setup = challenge(succeeded(await required.send(LoginDocument, { input: start })).login, 'MfaSetupChallenge');
    expect(setup.mfaTypes).toEqual(['SOFTWARE_TOKEN_MFA']);
    const accountName = 'ada@example.com';
    const associated = succeeded(
      await required.send(AssociateSoftwareTokenDocument, { input: { session: setup.session ?? '', accountName } }),
    ).associateSoftwareToken;
    const secret = associated.secretCode;
    expect(associated.otpauthUri).toBe(generateURI({ issuer: stackName, label: accountName, secret }));
    const code = { session: associated.session, code: appCode(secret) };
    const { verifySoftwareToken } = succeeded(await required.send(VerifySoftwareTokenDocument, { input: code }));
    const answer = { name: setup.name, username: setup.username };
    const stale = await required.send(RespondToChallengeDocument, { input: { ...answer, session: setup.session } });
    expect(refused(stale).errorType).toBe('SESSION_EXPIRED');
    const input = { ...answer, session: verifySoftwareToken.session };
    const { accessToken } = expectTokens(
      succeeded(await required.send(RespondToChallengeDocument, { input })).respondToChallenge,
    );
    const { me } = succeeded(await required.send(MeDocument, {}, accessToken));
    expect(me.mfa.enabled).toEqual(['SOFTWARE_TOKEN_MFA']);

    const next = challenge(succeeded(await required.send(LoginDocument, { input: start })).login, 'SoftwareTokenMfaChallenge');
    const proof = { name: next.name, username: next.username, session: next.session, code: appCode(secret, 1) };
    expectTokens(succeeded(await required.send(RespondToChallengeDocument, { input: proof })).respondToChallenge);
  });
});

const stackName = 'RequiredMfa';

/** The assembly of a stage that asks everybody for a second factor. */
function withRequiredMfa(): string {
  const settings = stageSettings({ stage: 'mfa' }, { mfa: { naming: { stackName }, mfa: { mode: 'ON' } } });
  return stackOf(settings).app.synth().directory;
}
