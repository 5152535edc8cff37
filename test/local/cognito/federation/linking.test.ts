import { describe, expect, test } from 'vitest';
import { createFederatedPool, type FederatedPool } from '../../../support/cognito/federated-pool.ts';
import { refusal, refusals } from '../../../support/cognito/pool.ts';
import { login, unchanged } from '../../../support/cognito/trigger-pool.ts';

const subject = 'Cognito_Subject';
const external = (ProviderAttributeValue: string, ProviderName = 'Corp', ProviderAttributeName = subject) => ({
  ProviderName,
  ProviderAttributeName,
  ProviderAttributeValue,
});
const own = (ProviderAttributeValue: string) => ({ ProviderName: 'Cognito', ProviderAttributeValue });

const link = ({ cognito, userPoolId }: FederatedPool, DestinationUser: object, SourceUser: object) =>
  cognito.adminLinkProviderForUser({ UserPoolId: userPoolId, DestinationUser, SourceUser });
const disable = ({ cognito, userPoolId }: FederatedPool, User: object) =>
  cognito.adminDisableProviderForUser({ UserPoolId: userPoolId, User });
const claims = { email: 'ada@example.com', email_verified: true };

function poolWithNames(functions = {}) {
  return createFederatedPool(functions, { UsernameAttributes: [] });
}

describe('linking', () => {
  test('signs an external user in as the user of the pool, who keeps their password', async () => {
    const pool = poolWithNames({ PreSignUp: unchanged, PostConfirmation: unchanged });
    const ada = await pool.confirmedUser('ada');
    pool.calls.length = 0;
    await link(pool, own('ada'), external('A-1'));
    const user = await pool.arrive('A-1', { ...claims, displayName: 'Ada' });
    // Nobody signed up.
    expect(pool.calls).toEqual([]);
    expect(user).toMatchObject({ sub: ada.sub, username: 'ada', status: 'CONFIRMED', attributes: { name: 'Ada' } });
    const { identities = '' } = await pool.attributesOf('ada');
    expect(JSON.parse(identities)).toMatchObject([{ userId: 'A-1', providerName: 'Corp', primary: false }]);
    const { IdToken = '' } = (await login(pool, 'ada')).AuthenticationResult ?? {};
    expect(JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString()).identities).toEqual([
      {
        userId: 'A-1',
        providerName: 'Corp',
        providerType: 'OIDC',
        issuer: null,
        primary: 'false',
        dateCreated: String(pool.clock.now()),
      },
    ]);
  });

  test('by a mapped attribute waits for the first sign-in, which gives the subject', async () => {
    const pool = poolWithNames();
    await pool.confirmedUser('ada');
    await link(pool, own('ada'), external('ada@example.com', 'Corp', 'email'));
    expect((await pool.arrive('A-1', claims)).username).toBe('ada');
    // Now it is the subject that counts.
    expect((await pool.arrive('A-2', claims)).username).toBe('corp_a-2');
    expect((await pool.arrive('A-1', { email: 'other@example.com' })).username).toBe('ada');
  });

  test('takes no identity that another user has, and none twice', async () => {
    const pool = poolWithNames();
    await pool.confirmedUser('ada');
    await pool.confirmedUser('eve');
    await pool.arrive('A-1', claims);
    await link(pool, own('ada'), external('A-2'));
    const merging = {
      name: 'InvalidParameterException',
      message: 'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
    };
    expect(await refusal(link(pool, own('eve'), external('A-1')))).toEqual(merging);
    expect(await refusal(link(pool, own('eve'), external('A-2')))).toEqual(merging);
    expect((await refusal(link(pool, own('ada'), external('A-2')))).message).toBe(
      'SourceUser is already linked to DestinationUser',
    );
    expect((await pool.arrive('A-2', claims)).username).toBe('ada');
  });

  test('refuses a source that is no external user, and a destination that does not exist', async () => {
    const pool = poolWithNames();
    await pool.confirmedUser('ada');
    const wrong = await refusals([
      link(pool, own('ada'), own('ada')),
      link(pool, own('ada'), external('A-1', 'Nobody')),
      link(pool, own('ada'), external('A-1', 'Corp', 'family_name')),
      link(pool, own('ada'), external('ada@example.com', 'Google', 'email')),
      link(pool, own('ada'), external('')),
      link(pool, own('nobody'), external('A-1')),
      link(pool, external('A-9'), external('A-1')),
    ]);
    const [invalid, unknown] = ['InvalidParameterException', 'UserNotFoundException'];
    expect(wrong.map(({ name }) => name)).toEqual([
      invalid,
      'ResourceNotFoundException',
      ...[invalid, invalid, invalid],
      ...[unknown, unknown],
    ]);
  });

  test('ends at five identities, and is refused for a user with an attribute that cannot change', async () => {
    const fixed = { AttributeDataType: 'String', Name: 'badge', Mutable: false };
    const pool = createFederatedPool({}, { UsernameAttributes: [], Schema: [fixed] });
    await pool.confirmedUser('ada');
    for (let at = 1; at <= 5; at += 1) await link(pool, own('ada'), external(`A-${at}`));
    expect((await refusal(link(pool, own('ada'), external('A-6')))).name).toBe('LimitExceededException');
    await pool.confirmedUser('eve', { 'custom:badge': '7' });
    expect((await refusal(link(pool, own('eve'), external('E-1')))).name).toBe('InvalidParameterException');
  });

  test('makes two providers one user, whose first is primary', async () => {
    const pool = createFederatedPool();
    const first = await pool.arrive('A-1', claims);
    await link(pool, external('A-1'), external('105', 'Google'));
    const second = await pool.arrive('105', claims, { provider: { poolId: pool.userPoolId, name: 'Google' } });
    expect(second.id).toBe(first.id);
    expect(second.identities.map(({ provider, isPrimary }) => [provider, isPrimary])).toEqual([
      ['Corp', true],
      ['Google', false],
    ]);
  });

  test('while PreSignUp runs, makes this sign-in fail and the next one succeed', async () => {
    const pool = poolWithNames({ PreSignUp: unchanged });
    await pool.confirmedUser('ada');
    pool.set('PreSignUp', async (event) => {
      await link(pool, own('ada'), external('A-1'));
      return event;
    });
    expect((await refusal(pool.arrive('A-1', claims))).message).toBe('Already found an entry for username corp_a-1');
    expect((await pool.arrive('A-1', claims)).username).toBe('ada');
  });
});

describe('a link that ends', () => {
  test('leaves the external user without an account, and frees the identity', async () => {
    const pool = poolWithNames();
    await pool.confirmedUser('ada');
    await link(pool, own('ada'), external('A-1'));
    await disable(pool, external('A-1'));
    expect(await pool.attributesOf('ada')).not.toHaveProperty('identities');
    expect((await pool.arrive('A-1', claims)).username).toBe('corp_a-1');
    expect((await refusal(disable(pool, external('A-7')))).name).toBe('UserNotFoundException');
  });

  test('because its user is deleted, frees the identity too', async () => {
    const pool = poolWithNames();
    const ada = await pool.confirmedUser('ada');
    await link(pool, own('ada'), external('A-1'));
    await pool.cognito.adminDeleteUser({ UserPoolId: pool.userPoolId, Username: 'ada' });
    const arrived = await pool.arrive('A-1', claims);
    expect(arrived).toMatchObject({ username: 'corp_a-1', status: 'EXTERNAL_PROVIDER' });
    expect(arrived.sub).not.toBe(ada.sub);
  });

  test('of the pool’s own user ends their password', async () => {
    const pool = poolWithNames();
    await pool.confirmedUser('ada');
    await link(pool, own('ada'), external('A-1'));
    await disable(pool, { ...own('ada'), ProviderAttributeName: subject });
    expect((await refusal(login(pool, 'ada'))).name).toBe('NotAuthorizedException');
    expect((await pool.arrive('A-1', claims)).username).toBe('ada');
  });
});

test('a linked user who was disabled, or who never confirmed their account, is not signed in', async () => {
  const pool = poolWithNames();
  const UserPoolId = pool.userPoolId;
  await pool.confirmedUser('ada');
  await link(pool, own('ada'), external('A-1'));
  await pool.cognito.adminDisableUser({ UserPoolId, Username: 'ada' });
  expect(await refusal(pool.arrive('A-1', claims))).toEqual({ name: 'NotAuthorizedException', message: 'User is disabled.' });
  await pool.cognito.signUp({ ClientId: pool.clientId, Username: 'eve', Password: 'Passw0rd! is right' });
  await link(pool, own('eve'), external('E-1'));
  expect((await refusal(pool.arrive('E-1', claims))).name).toBe('UserNotConfirmedException');
});
