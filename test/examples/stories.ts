import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  LoginDocument,
  MeDocument,
  RefreshTokensDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { challenge } from '../clients/challenge.ts';
import { codeTo, confirmedPerson } from '../clients/people.ts';
import { selectedThroughInterface } from '../docs/through-interface.ts';
import { appCode } from '../support/authenticator-app.ts';
import { refused, succeeded } from '../support/send.ts';
import { expectTokens, newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { clients, type ExampleStory, exampleStories } from './matrix.ts';
import { type Stage, stageOf } from './stage.ts';
import { converse, runs } from './terminal.ts';

/** The example whose stories `npm test` runs completely, and the story that it runs with every other example. */
const wholeExample = 'examples/fetch.ts';
const commonStory: ExampleStory = 'sign in, read the user, refresh, sign out';

/** Runs the stories with an example: the file itself, as its users run it. */
export function provesStories(file: string, { needs = [] }: { readonly needs?: readonly string[] } = {}): void {
  const program = clients
    .find(({ example }) => example === file)
    ?.command?.split(' ')
    .at(-1);
  if (!program) throw new Error(`${file} is not in the table of clients.`);
  const missing = [program, ...needs].filter((name) => !runs(name));
  if (missing.length > 0) {
    // `npm test` skips programs that are missing; `npm run check` requires them.
    test(`${file} needs ${missing.join(' and ')}`, { tags: ['exhaustive'] }, () => {
      throw new Error(`${missing.join(' and ')} is not on the PATH or does not run.`);
    });
    return;
  }
  describe(file, () => {
    let system: System;

    beforeAll(async () => {
      system = await startSystem();
    });

    afterAll(() => system.close());

    const tags = file === wholeExample ? [] : ['exhaustive'];
    const command = [program === 'node' ? process.execPath : program, file];
    for (const story of exampleStories) {
      test(story, { tags: story === commonStory ? [] : tags }, async () => {
        const stage = await stageOf(system, command);
        await walks[story](stage);
        expect(stage.documents().flatMap(selectedThroughInterface)).toEqual([]);
      });
    }

    test('takes its answers from a pipe that has ended', { tags }, async () => {
      const { username, password } = await confirmedPerson(system);
      const { run } = await stageOf(system, ['bash', '-c', 'printf "%s\\n" "$0" | "$@"', password, ...command]);
      const { exitCode, stdout } = await run(['sign-in', username], {});
      expect(exitCode).toBe(0);
      expect(userIn(stdout)).toMatchObject({ username });
    });

    test('without outputs says what to start', { tags }, async () => {
      const { exitCode, stdout, said } = await converse(
        [...command, 'sign-in', 'ada'],
        { OUTPUTS: join(tmpdir(), 'no-outputs.json') },
        {},
      );
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(said).toMatch(/^There is no \S*no-outputs\.json\. Start `npm start` first.*\n$/);
    });

    test('without a server says what to start', { tags }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'no-server-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const OUTPUTS = join(folder, 'outputs.json');
      const url = `http://localhost:${await freePort()}`;
      writeFileSync(OUTPUTS, JSON.stringify({ ...system.runtime.outputs, GraphQLUrl: `${url}/graphql`, CognitoEndpoint: url }));
      const { exitCode, stdout, said } = await converse([...command, 'sign-in', 'ada'], { OUTPUTS }, { Password: newPassword() });
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(said.trim().split('\n').at(-1)).toMatch(/Nobody answers.* Start `npm start` first/);
    });
  });
}

const walks: Record<ExampleStory, (stage: Stage) => Promise<void>> = {
  'sign up, and confirm by the code': async ({ system, run, runAsDeployed, steps }) => {
    const password = newPassword();
    const [first, second] = [newPerson(), newPerson()];
    const local = await run(['sign-up', first.username, first.email], { Password: password });
    expect(local).toEqual({ exitCode: 0, stdout: '', said: expect.stringContaining('Confirmed.') });
    const asked = await runAsDeployed(['sign-up', second.username, second.email], {
      Password: password,
      'Code of the message': () => codeTo(system, second.email),
    });
    expect(asked).toEqual({ exitCode: 0, stdout: '', said: expect.stringContaining('Confirmed.') });
    expect(steps()).toEqual(['signUp', 'confirmSignUp', 'signUp', 'confirmSignUp']);
    for (const { username } of [first, second]) {
      expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
    }
  },

  'sign in, read the user, refresh, sign out': async ({ system, run, steps, revoked }) => {
    const { username, email, password } = await confirmedPerson(system);
    const { exitCode, stdout, said } = await run(['sign-in', username], { Password: password });
    expect({ exitCode, said }).toEqual({ exitCode: 0, said: expect.stringContaining('Signed out.') });
    expect(userIn(stdout)).toMatchObject({ username, email, emailVerified: true });
    for (const step of ['login', 'me', 'refreshTokens', 'revokeToken']) expect(steps()).toContain(step);
    const dead = await system.send(RefreshTokensDocument, { input: { refreshToken: revoked() } });
    expect(refused(dead).errorType).toBe('TOKEN_REVOKED');
    expect(stdout + said).not.toContain(password);
    expect(stdout + said).not.toContain(revoked());
  },

  'choose a password for a temporary one': async ({ system, run }) => {
    const { username, email } = newPerson();
    const [temporaryPassword, password] = [newPassword(), `"${newPassword()}\\`];
    succeeded(await system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
    const { exitCode, stdout, said } = await run(['sign-in', username], {
      Password: temporaryPassword,
      'New password': ['short', password],
    });
    expect({ exitCode, said }).toEqual({ exitCode: 0, said: expect.stringContaining('not long enough') });
    expect(userIn(stdout)).toMatchObject({ username });
    expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
  },

  'make an authenticator app the second factor': async ({ system, run }) => {
    const { username, password } = await confirmedPerson(system);
    const secret = await paired({ run }, username, password);
    const { login } = succeeded(await system.send(LoginDocument, { input: { username, password } }));
    const { name, session } = challenge(login, 'SoftwareTokenMfaChallenge');
    const input = { name, username, session, code: appCode(secret, 1) };
    const { respondToChallenge } = succeeded(await system.send(RespondToChallengeDocument, { input }));
    const { me } = succeeded(await system.send(MeDocument, {}, expectTokens(respondToChallenge).accessToken));
    expect(me.mfa).toEqual({ preferred: 'SOFTWARE_TOKEN_MFA', enabled: ['SOFTWARE_TOKEN_MFA'] });
  },

  'sign in with the code of the app': async ({ system, run }) => {
    const { username, password } = await confirmedPerson(system);
    const secret = await paired({ run }, username, password);
    const { exitCode, stdout, said } = await run(['sign-in', username], {
      Password: password,
      'Code of the authenticator app': [() => appCode(secret, 1000), () => appCode(secret, 1)],
    });
    expect({ exitCode, said }).toEqual({ exitCode: 0, said: expect.stringContaining('Signed out.') });
    expect(said.split('Code of the authenticator app: ')).toHaveLength(3);
    expect(userIn(stdout)).toMatchObject({ username, mfa: { preferred: 'SOFTWARE_TOKEN_MFA' } });
  },

  'tell a refusal by its type': async ({ system, run }) => {
    const { username, email } = await confirmedPerson(system);
    const wrong = await run(['sign-in', username], { Password: newPassword() });
    expect(wrong).toMatchObject({ exitCode: 1, stdout: '' });
    expect(wrong.said).toMatch(/^(Password: )?(INVALID_CREDENTIALS|NotAuthorizedException): /m);
    const taken = await run(['sign-up', username, email], { Password: newPassword() });
    expect(taken).toMatchObject({ exitCode: 1, stdout: '' });
    expect(taken.said).toMatch(/^(Password: )?(USERNAME_EXISTS|UsernameExistsException): /m);
  },
};

/** A port that nobody listens on, since it was just closed. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Lets the example pair an app, and returns the secret that it shows. */
async function paired({ run }: Pick<Stage, 'run'>, username: string, password: string): Promise<string> {
  const shown = (said: string): string => /otpauth:\S+[?&]secret=([A-Z2-7]+)/.exec(said)?.[1] ?? '';
  const { exitCode, stdout, said } = await run(['pair-app', username], {
    Password: password,
    'Code of the authenticator app': (soFar) => appCode(shown(soFar)),
  });
  expect({ exitCode, stdout, said }).toEqual({ exitCode: 0, stdout: '', said: expect.stringContaining('Signed out.') });
  return shown(said);
}

/** The user that an example printed, whether alone or as the whole answer of the API. */
function userIn(stdout: string): unknown {
  const printed = JSON.parse(stdout);
  return printed.data?.me ?? printed;
}
