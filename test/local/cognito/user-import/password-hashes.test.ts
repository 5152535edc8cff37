import { argon2Sync, pbkdf2Sync, scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestPool, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { signInBySrp } from '../../../support/cognito/srp-client.ts';
import { csvOf, imported } from '../../../support/cognito/user-import.ts';

const salt = Buffer.from('0123456789abcdef');
const password = 'Correct horse 1!';
const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');
const comma = '\\,';
const argon2 = () =>
  argon2Sync('argon2id', { message: password, nonce: salt, parallelism: 1, tagLength: 32, memory: 1024, passes: 2 });

/** Those of bcrypt are vectors of OpenBSD's and of jBCrypt's tests. */
const hashes = [
  ['BCRYPT', '$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe', 'a'],
  ['BCRYPT', '$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i', 'abc'],
  ['BCRYPT', '$2b$10$LgfYWkbzEvQ4JakH7rOvHe0y8pHKF9OaFgwUZ2q7W2FFZmZzJYlfS', '~!@#$%^&*()      ~!@#$%^&*()PNBFRD'],
  [
    'SCRYPT',
    `$scrypt$ln=10${comma}r=8${comma}p=1$${unpadded(salt)}$${unpadded(scryptSync(password, salt, 32, { N: 1024 }))}`,
    password,
  ],
  ['ARGON2ID', `$argon2id$v=19$m=1024${comma}t=2${comma}p=1$${unpadded(salt)}$${unpadded(argon2())}`, password],
  [
    'PBKDF2_SHA256',
    `$pbkdf2-sha256$1000$${unpadded(salt).replaceAll('+', '.')}$${unpadded(pbkdf2Sync(password, salt, 1000, 32, 'sha256')).replaceAll('+', '.')}`,
    password,
  ],
] as const;

const withHashes = (rows: readonly Record<string, string>[]) => csvOf(rows, ['cognito:password_hash']);

function signIn({ cognito, clientId }: TestPool, USERNAME: string, PASSWORD: string) {
  return cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
}

describe('an imported hash', () => {
  test.each(hashes)('of %s (%#) lets its user sign in with the password, and nobody else', async (algorithm, hash, right) => {
    const world = createTestPool();
    const job = await imported(world, withHashes([{ 'cognito:username': 'ada', 'cognito:password_hash': hash }]), algorithm);
    expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, PasswordHashingAlgorithm: algorithm });
    const { UserStatus } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect(UserStatus).toBe('CONFIRMED');
    expect(await refusal(signIn(world, 'ada', `${right}x`))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    for (const _ of ['first', 'second']) {
      expect((await signIn(world, 'ada', right)).AuthenticationResult?.AccessToken).toBeDefined();
    }
  });

  test('gives way to the pool’s own form at the first sign-in, and to a new password', async () => {
    const world = createTestPool();
    const [algorithm, hash, right] = hashes[0];
    const rows = ['ada', 'joan'].map((name) => ({ 'cognito:username': name, 'cognito:password_hash': hash }));
    await imported(world, withHashes(rows), algorithm);
    const kept = world.database.sql.prepare('SELECT username FROM user WHERE imported_hash IS NOT NULL ORDER BY username');
    expect(kept.all()).toEqual([{ username: 'ada' }, { username: 'joan' }]);
    await signIn(world, 'ada', right);
    expect(kept.all()).toEqual([{ username: 'joan' }]);
    const named = { UserPoolId: world.userPoolId, Username: 'joan' };
    await world.cognito.adminSetUserPassword({ ...named, Password: password, Permanent: true });
    expect(kept.all()).toEqual([]);
    expect((await refusal(signIn(world, 'joan', right))).name).toBe('NotAuthorizedException');
    expect((await signIn(world, 'joan', password)).AuthenticationResult).toBeDefined();
  });

  test('cannot be proven by SRP, until its user has signed in with the password', async () => {
    const world = createTestPool({}, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] });
    const [algorithm, hash, right] = hashes[1];
    await imported(world, withHashes([{ 'cognito:username': 'ada', 'cognito:password_hash': hash }]), algorithm);
    expect((await refusal(signInBySrp(world, 'ada', right))).message).toBe('Incorrect username or password.');
    await signIn(world, 'ada', right);
    expect((await signInBySrp(world, 'ada', right)).AuthenticationResult).toBeDefined();
  });

  test('counts towards the lockout', async () => {
    const world = createTestPool();
    const [algorithm, hash, right] = hashes[0];
    await imported(world, withHashes([{ 'cognito:username': 'ada', 'cognito:password_hash': hash }]), algorithm);
    for (let count = 0; count < 5; count += 1) await refusal(signIn(world, 'ada', 'wrong'));
    expect((await refusal(signIn(world, 'ada', right))).message).toBe('Password attempts exceeded');
  });

  test('may be missing, of another algorithm or too costly', async () => {
    const world = createTestPool();
    const [, hash] = hashes[4];
    const rows = [
      { 'cognito:username': 'none' },
      { 'cognito:username': 'other', 'cognito:password_hash': hash },
      { 'cognito:username': 'costly', 'cognito:password_hash': hashes[0][1].replace('$06$', '$31$') },
    ];
    const { log } = await imported(world, withHashes(rows), 'BCRYPT');
    const refused = 'cognito:password_hash: The value is no hash of the algorithm BCRYPT.';
    expect(log).toEqual([
      '[SUCCEEDED] Line Number 2 - The import succeeded.',
      `[FAILED] Line Number 3 - ${refused}`,
      `[FAILED] Line Number 4 - ${refused}`,
    ]);
    const { UserStatus } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'none' });
    expect(UserStatus).toBe('RESET_REQUIRED');
  });
});
