import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AssociateSoftwareTokenDocument,
  AuthConfigDocument,
  ConfirmSignUpDocument,
  LoginDocument,
  RefreshTokensDocument,
  RespondToChallengeDocument,
  SignUpDocument,
  VerifySoftwareTokenDocument,
} from '../../../examples/generated/operations.ts';
import { bringAssemblyUpToDate } from '../../../infra/synth/bring-up-to-date.ts';
import { appCode } from '../../support/authenticator-app.ts';
import { npmStart, type Started } from '../../support/npm-start.ts';
import { fetchSend, refused, type Send, succeeded } from '../../support/send.ts';
import {
  type AuthResult,
  expectTokens,
  newPassword,
  newPerson,
  type Person,
  type StoryOptions,
  type Tokens,
} from '../../support/stories.ts';
import { newestMessage, startSystem } from '../../support/system.ts';

const folder = mkdtempSync(join(tmpdir(), 'prod-'));
const assembly = join(folder, 'cdk.out');
const dataDir = join(folder, 'data');

// For the laptop, in a folder beside the assembly that the other tests read.
beforeAll(() => bringAssemblyUpToDate({ stage: 'prod', outdir: assembly }), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Challenge<Name extends AuthResult['__typename']> = Extract<AuthResult, { __typename: Name }>;

function expectChallenge<Name extends AuthResult['__typename']>(result: AuthResult, name: Name): Challenge<Name> {
  if (result.__typename !== name) throw new Error(`Expected ${name}, got ${result.__typename}.`);
  return result as Challenge<Name>; // by the line above, which does not narrow a generic
}

async function confirmedPerson({ send, message }: StoryOptions): Promise<Person & { readonly password: string }> {
  const [person, password] = [newPerson(), newPassword()];
  succeeded(await send(SignUpDocument, { input: { ...person, password } }));
  const { code } = await message(person.email);
  succeeded(await send(ConfirmSignUpDocument, { input: { username: person.username, password, code: code ?? '' } }));
  return { ...person, password };
}

/** The first sign-in, which sets up an authenticator app. */
async function firstSignIn(send: Send, { username, password }: { username: string; password: string }) {
  const setup = expectChallenge(
    succeeded(await send(LoginDocument, { input: { username, password } })).login,
    'MfaSetupChallenge',
  );
  expect(setup.mfaTypes).toEqual(['SOFTWARE_TOKEN_MFA']);
  const { associateSoftwareToken: app } = succeeded(
    await send(AssociateSoftwareTokenDocument, { input: { session: setup.session, accountName: username } }),
  );
  const wrong = refused(
    await send(VerifySoftwareTokenDocument, { input: { session: app.session, code: otherThan(appCode(app.secretCode)) } }),
  );
  expect(wrong.errorType).toBe('CODE_MISMATCH');
  const { verifySoftwareToken: proved } = succeeded(
    await send(VerifySoftwareTokenDocument, { input: { session: app.session, code: appCode(app.secretCode) } }),
  );
  const answer = { name: setup.name, username: setup.username, session: proved.session };
  const { respondToChallenge } = succeeded(await send(RespondToChallengeDocument, { input: answer }));
  return { secret: app.secretCode, tokens: expectTokens(respondToChallenge) };
}

/** Six digits that are none of the codes that a server accepts at this time. */
function otherThan(code: string): string {
  return code.replace(/^\d/, (digit) => String((Number(digit) + 5) % 10));
}

const refreshTokenOf = ({ refreshToken }: Pick<Tokens, 'refreshToken'>): string => {
  if (!refreshToken) throw new Error('There is no refresh token.');
  return refreshToken;
};

describe('npm start -- --stage prod', () => {
  let started: Started;
  let story: StoryOptions;

  beforeAll(async () => {
    started = npmStart({ CDK_OUTDIR: assembly, PORT: '4731', COGNITO_PORT: '4733', DATA_DIR: dataDir }, [
      '--',
      '--stage',
      'prod',
    ]);
    await started.printed(/ready/i);
    const { GraphQLUrl, ApiKey } = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'));
    story = { send: fetchSend(GraphQLUrl, ApiKey), message: (to) => newestMessage(GraphQLUrl, to) };
  }, 60_000);

  afterAll(async () => {
    process.kill(started.pid(), 'SIGTERM');
    await started.exited;
  });

  test('tells a page what it needs to know', async () => {
    expect(succeeded(await story.send(AuthConfigDocument, {})).authConfig).toMatchObject({
      signUpModes: ['PASSWORD'],
      mfaMode: 'ON',
      mfaTypes: ['SOFTWARE_TOKEN_MFA'],
      requiredAttributes: ['email'],
      emailDomains: ['example.com'],
      verifyBy: 'CODE',
      recovery: ['EMAIL'],
      challengeMinutes: 3,
      passwordPolicy: { minimumLength: 12 },
    });
  });

  test('refuses an address of another domain', async () => {
    const { username } = newPerson();
    for (const email of [`${username}@example.org`, `${username}@mail.example.com`]) {
      expect(refused(await story.send(SignUpDocument, { input: { username, email, password: newPassword() } }))).toMatchObject({
        errorType: 'TRIGGER_REFUSED',
        message: 'Only e-mail addresses of example.com may sign up.',
      });
    }
  });

  test('requires passwords of twelve characters', async () => {
    const person = newPerson();
    const short = refused(await story.send(SignUpDocument, { input: { ...person, password: 'Aa1!Aa1!Aa1' } }));
    expect(short).toMatchObject({ errorType: 'PASSWORD_POLICY', errorInfo: { field: 'password' } });
    succeeded(await story.send(SignUpDocument, { input: { ...person, password: 'Aa1!Aa1!Aa1!' } }));
  });

  test('has no other form of sign-up', async () => {
    expect(refused(await story.send(SignUpDocument, { input: newPerson() })).errorType).toBe('NOT_ENABLED');
  });

  test('writes in German, and lets nobody in without an authenticator app', async () => {
    const { send, message } = story;
    const person = await confirmedPerson(story);
    const { subject, body, code } = await message(person.email);
    expect(subject).toBe('Ihr Bestätigungscode');
    expect(body).toBe(`Willkommen! Ihr Bestätigungscode lautet ${code}. Er gilt 24 Stunden.`);

    const { secret, tokens } = await firstSignIn(send, person);
    expect(tokens.expiresIn).toBe(3_600);
    const { username, password } = person;
    const second = succeeded(await send(LoginDocument, { input: { username, password } })).login;
    const { name, session, username: answerAs } = expectChallenge(second, 'SoftwareTokenMfaChallenge');
    const input = { name, session, username: answerAs, code: appCode(secret, 1) };
    expectTokens(succeeded(await send(RespondToChallengeDocument, { input })).respondToChallenge);
  });

  test('a refresh gives a new refresh token', async () => {
    const { tokens } = await firstSignIn(story.send, await confirmedPerson(story));
    const refreshToken = refreshTokenOf(tokens);
    const { refreshTokens } = succeeded(await story.send(RefreshTokensDocument, { input: { refreshToken } }));
    expect(refreshTokenOf(refreshTokens)).not.toBe(refreshToken);
  });
});

test('a refresh token of stage prod is refused half a minute after it was used, and its successor is not', async () => {
  const system = await startSystem({ assembly });
  try {
    const { send } = system;
    const { tokens } = await firstSignIn(send, await confirmedPerson(system));
    const first = { input: { refreshToken: refreshTokenOf(tokens) } };
    const { refreshTokens: second } = succeeded(await send(RefreshTokensDocument, first));
    // The answer may have been lost on the way.
    system.advance(29_000);
    succeeded(await send(RefreshTokensDocument, first));
    system.advance(2_000);
    expect(refused(await send(RefreshTokensDocument, first))).toMatchObject({
      errorType: 'TOKEN_REVOKED',
      errorInfo: { cognito: 'RefreshTokenReuseException' },
    });
    const { refreshTokens: third } = succeeded(
      await send(RefreshTokensDocument, { input: { refreshToken: refreshTokenOf(second) } }),
    );
    expect(refreshTokenOf(third)).not.toBe(refreshTokenOf(second));
  } finally {
    await system.close();
  }
});
