import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { createTestPool, createTestPools, password, refusal } from '../../../support/cognito/pool.ts';

const directories: string[] = [];

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'user-pool-'));
  directories.push(directory);
  return directory;
}

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

test('what was added to a pool and a client over the wire survives a restart', async () => {
  const directory = temporaryDirectory();
  const open = () => createTestPool({}, { GenerateSecret: true }, createTestPools(openDatabase(directory)));
  const before = open();
  const { userPoolId: UserPoolId, clientId: ClientId } = before;
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'See the planets' }];
  await before.cognito.createResourceServer({ UserPoolId, Identifier: 'solar', Name: 'Solar', Scopes });
  await before.cognito.addCustomAttributes({ UserPoolId, CustomAttributes: [{ Name: 'team', AttributeDataType: 'String' }] });
  await before.cognito.addUserPoolClientSecret({ UserPoolId, ClientId });
  const TokenSession = { MaxPerUser: 3 };
  await before.cognito.setUserPoolSessionConfiguration({ UserPoolId, UserSessionTracking: 'ENABLED', TokenSession });
  const SSOSession = { MaxValidityMinutes: 5 };
  await before.cognito.setUserPoolClientSessionConfiguration({ UserPoolId, ClientId, SSOSession });
  const all = async ({ cognito }: typeof before) => ({
    servers: (await cognito.listResourceServers({ UserPoolId })).ResourceServers,
    secrets: (await cognito.listUserPoolClientSecrets({ UserPoolId, ClientId })).ClientSecrets,
    session: (await cognito.getUserPoolClientSessionConfiguration({ UserPoolId, ClientId })).SSOSession,
    attribute: (await cognito.describeUserPool({ UserPoolId })).UserPool?.SchemaAttributes?.at(-1)?.Name,
  });
  const added = await all(before);
  expect(added).toMatchObject({ servers: [{ Scopes }], secrets: [{}, {}], session: SSOSession, attribute: 'custom:team' });
  before.database.close();
  const after = open();
  expect(await all(after)).toEqual(added);
  after.database.close();
});

test('everything survives a restart', async () => {
  const directory = temporaryDirectory();
  const open = () => createTestPool({}, {}, createTestPools(openDatabase(directory)));
  const before = open();
  await before.confirmedUser('ada');
  const request = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ada', PASSWORD: password } } as const;
  const first = await before.cognito.initiateAuth({ ClientId: before.clientId, ...request });
  await before.cognito.adminCreateUser({ UserPoolId: before.userPoolId, Username: 'grace', TemporaryPassword: 'Temp0rary!' });
  const AuthParameters = { USERNAME: 'grace', PASSWORD: 'Temp0rary!' };
  const { Session } = await before.cognito.initiateAuth({
    ClientId: before.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  });
  const keys = before.pools.jwks(before.userPoolId);
  before.database.close();

  const after = open();
  expect([after.userPoolId, after.clientId, after.pools.jwks(after.userPoolId)]).toEqual([
    before.userPoolId,
    before.clientId,
    keys,
  ]);
  await after.cognito.getUser({ AccessToken: first.AuthenticationResult?.AccessToken });
  await after.cognito.getTokensFromRefreshToken({
    ClientId: after.clientId,
    RefreshToken: first.AuthenticationResult?.RefreshToken,
  });
  await after.cognito.initiateAuth({ ClientId: after.clientId, ...request });
  const done = await after.cognito.respondToAuthChallenge({
    ClientId: after.clientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: 'grace', NEW_PASSWORD: password },
  });
  expect(done.AuthenticationResult).toBeDefined();
  after.database.close();
});

test('opens with the keys that exist, and makes no others', async () => {
  const directory = temporaryDirectory();
  const first = createTestPool({}, {}, createTestPools(openDatabase(directory)));
  const keys = first.pools.jwks(first.userPoolId);
  first.database.close();
  const again = createTestPool({}, {}, createTestPools(openDatabase(directory)));
  expect(again.pools.jwks(again.userPoolId)).toEqual(keys);
  again.database.close();
});

test('no secret stands in any file in clear', async () => {
  const directory = temporaryDirectory();
  const world = createTestPool({}, { GenerateSecret: false }, createTestPools(openDatabase(directory)));
  const { cognito, clientId, userPoolId, outbox } = world;
  await world.confirmedUser('ada');
  await cognito.adminCreateUser({
    UserPoolId: userPoolId,
    Username: 'grace',
    UserAttributes: [{ Name: 'email', Value: 'grace@example.com' }],
    DesiredDeliveryMediums: ['EMAIL'],
  });
  const temporary = world.codeFor('grace@example.com');
  const signIn = (USERNAME: string, PASSWORD: string) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
  const { Session = '' } = await signIn('grace', temporary);
  const { AuthenticationResult } = await signIn('ada', password);
  // Somebody types a password where the name belongs.
  await refusal(signIn('My secret passw0rd!', 'x'));
  const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }];
  await cognito.signUp({ ClientId: clientId, Username: 'new', Password: 'Brand n3w one!', UserAttributes });
  await cognito.forgotPassword({ ClientId: clientId, Username: 'ada' });
  const secondId = world.pools.provisionUserPoolClient('Second', { UserPoolId: userPoolId, GenerateSecret: true });
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: secondId });
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  const codes = outbox.map(({ code }) => code ?? '');
  expect(codes).toHaveLength(3);
  const passwords = [password, 'Brand n3w one!', 'My secret passw0rd!', temporary];
  const secrets = [...passwords, Session, AccessToken, IdToken, RefreshToken, UserPoolClient?.ClientSecret ?? '', 'PRIVATE KEY'];
  const files = readdirSync(directory);
  expect(files).toEqual(expect.arrayContaining(['key', 'local.sqlite', 'local.sqlite-wal']));
  for (const file of files) {
    const bytes = readFileSync(join(directory, file));
    expect([file, statSync(join(directory, file)).mode & 0o077]).toEqual([file, 0]);
    for (const secret of secrets) expect([file, secret, bytes.includes(secret.slice(0, 200))]).toEqual([file, secret, false]);
    // Six digits may stand in random bytes by chance, but not as a value of their own: not next to the user they were
    // sent to.
    for (const code of codes.slice(1))
      expect([file, new RegExp(`[^0-9]${code}[^0-9]`).test(bytes.toString('latin1'))]).toEqual([file, false]);
  }
  world.database.close();
});

test('every user who got an answer exists after a kill -9', async () => {
  const directory = temporaryDirectory();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../../support/cognito/sign-up-child.ts', import.meta.url)), directory],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 100) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);

  const { cognito, clientId, userPoolId, database } = createTestPool({}, {}, createTestPools(openDatabase(directory)));
  expect(database.sql.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  for (const Username of acknowledged) {
    expect((await cognito.adminGetUser({ UserPoolId: userPoolId, Username })).UserStatus).toBe('UNCONFIRMED');
    await cognito.adminConfirmSignUp({ UserPoolId: userPoolId, Username });
  }
  const AuthParameters = { USERNAME: acknowledged.at(-1) ?? '', PASSWORD: password };
  await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  database.close();
});

test('what has expired is removed', async () => {
  const world = createTestPool();
  const { cognito, clientId, database, clock } = world;
  await world.confirmedUser('ada');
  await cognito.adminCreateUser({ UserPoolId: world.userPoolId, Username: 'grace', TemporaryPassword: 'Temp0rary!' });
  const signIn = (USERNAME: string, PASSWORD: string) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
  await signIn('ada', password);
  await signIn('grace', 'Temp0rary!');
  await refusal(signIn('nobody', 'x'));
  await cognito.forgotPassword({ ClientId: clientId, Username: 'nobody' });
  const tables = ['session', 'code', 'counter', 'sign_in', 'refresh_token'];
  const rows = () => tables.map((table) => database.sql.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']);
  expect(rows()).toEqual([1, 1, 2, 1, 1]);
  // A refresh token's thirty days, and the week in which it is known for one that has expired.
  clock.advance({ days: 38 });
  world.pools.purge();
  expect(rows()).toEqual([0, 0, 0, 0, 0]);
});
