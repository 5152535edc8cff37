// How much does the local runtime's data grow in a day of load, and how much is left once it has expired? It uses a
// clock of its own.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUserPools } from '../local/cognito/server/user-pools.ts';
import { openDatabase } from '../local/data/database.ts';
import { openInbox } from '../local/data/inbox.ts';
import { realWorld } from '../local/world/world.ts';
import { printTable } from './support/table.ts';

const signIns = Number(process.env['SIGN_INS'] ?? 20_000);
const dayMs = 86_400_000;
const tables = ['user', 'session', 'code', 'counter', 'sign_in', 'refresh_token', 'inbox'];

const dataDir = mkdtempSync(join(tmpdir(), 'bench-growth-'));
try {
  let now = Date.UTC(2026, 0, 1);
  const database = openDatabase(dataDir);
  const inbox = openInbox(database);
  const pools = createUserPools({
    database,
    region: 'eu-west-1',
    endpoint: 'http://localhost:4001',
    world: { ...realWorld, now: () => now },
    deliver: inbox.deliver,
  });
  const UserPoolId = pools.provisionUserPool('Pool', {
    AliasAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  });
  const ClientId = pools.provisionUserPoolClient('Client', {
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    RefreshTokenValidity: 1,
  });
  const call = async (operation: string, body: object): Promise<void> => {
    await pools.handle({
      method: 'POST',
      url: '/',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 Credential=local',
      },
      body: JSON.stringify(body),
      remoteAddress: '127.0.0.1',
    });
  };
  const person = async (Username: string, Permanent: boolean): Promise<void> => {
    const UserAttributes = [
      { Name: 'email', Value: `${Username}@example.com` },
      { Name: 'email_verified', Value: 'true' },
    ];
    await call('AdminCreateUser', {
      UserPoolId,
      Username,
      UserAttributes,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
    });
    if (Permanent) await call('AdminSetUserPassword', { UserPoolId, Username, Password: password, Permanent });
  };
  const password = 'Bench-password-1';
  for (let n = 0; n < 100; n += 1) await person(`user${n}`, n % 4 !== 0);

  const rows: Record<string, string | number>[] = [];
  const measure = (when: string): void => {
    database.checkpoint();
    const count = (table: string): number => Number(database.sql.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
    const free = Number(database.sql.prepare('PRAGMA freelist_count').get()?.['freelist_count']);
    const pages = Number(database.sql.prepare('PRAGMA page_count').get()?.['page_count']);
    rows.push({
      when,
      ...Object.fromEntries(tables.map((table) => [table, count(table)])),
      'MB in use': (((pages - free) * 4096) / 1e6).toFixed(1),
      'MB of file': (statSync(join(dataDir, 'local.sqlite')).size / 1e6).toFixed(1),
    });
  };
  const load = async (): Promise<void> => {
    for (let n = 0; n < signIns; n += 1) {
      const USERNAME = `user${n % 100}`;
      const PASSWORD = n % 10 === 1 ? 'wrong' : password;
      await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
      if (n % 20 === 3) await call('ForgotPassword', { ClientId, Username: USERNAME });
      now += dayMs / signIns;
      if (n % 20 === 0) pools.purge();
    }
  };
  measure('before');
  for (let day = 1; day <= 3; day += 1) {
    await load();
    measure(`after day ${day}`);
  }
  now += 9 * dayMs;
  for (let round = 0; round < signIns / 100; round += 1) pools.purge();
  measure('nine days later');
  database.close();
  printTable(`Growth of the data by ${signIns.toLocaleString('en')} sign-ins a day, refresh tokens valid for a day`, rows);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
