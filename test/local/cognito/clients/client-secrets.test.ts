import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, refusal, refusals } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

/** A pool whose client has a secret. */
function withSecret() {
  const world = createTestPool({}, { GenerateSecret: true });
  const named = { UserPoolId: world.userPoolId, ClientId: world.clientId };
  const first = world.pools.userPoolClientSecret(world.clientId) ?? '';
  const hash = (secret: string) => createHmac('sha256', secret).update(`ada${world.clientId}`).digest('base64');
  const ids = async () => {
    const { ClientSecrets = [] } = await world.cognito.listUserPoolClientSecrets(named);
    return ClientSecrets.map(({ ClientSecretId = '' }) => ClientSecretId);
  };
  return {
    ...world,
    named,
    first,
    ids,
    enter: (secret: string) => signIn(world, 'ada', undefined, { SECRET_HASH: hash(secret) }),
  };
}

describe('client secrets', () => {
  test('are exchanged without a break: the new one is added, both count, the old one is deleted', async () => {
    const { cognito, named, first, ids, enter, clock, confirmedUser } = withSecret();
    await confirmedUser('ada');
    const [old = ''] = await ids();
    expect(old).toBe(`${named.ClientId}--${clock.now()}`);
    clock.advance({ minutes: 1 });
    const { ClientSecretDescriptor: added } = await cognito.addUserPoolClientSecret(named);
    expect(added).toEqual({
      ClientSecretId: `${named.ClientId}--${clock.now()}`,
      ClientSecretValue: expect.stringMatching(/^[a-z0-9]{51}$/),
      ClientSecretCreateDate: new Date(clock.now()),
    });
    const second = added?.ClientSecretValue ?? '';
    const { AuthenticationResult } = await enter(first);
    await enter(second);
    const RefreshToken = AuthenticationResult?.RefreshToken;
    for (const ClientSecret of [first, second]) {
      await cognito.getTokensFromRefreshToken({ ClientId: named.ClientId, RefreshToken, ClientSecret });
    }
    expect((await cognito.describeUserPoolClient(named)).UserPoolClient?.ClientSecret).toBe(first);
    await cognito.deleteUserPoolClientSecret({ ...named, ClientSecretId: old });
    expect(await refusal(enter(first))).toEqual({
      name: 'NotAuthorizedException',
      message: `Unable to verify secret hash for client ${named.ClientId}`,
    });
    await enter(second);
    expect((await cognito.describeUserPoolClient(named)).UserPoolClient?.ClientSecret).toBe(second);
  });

  test('are listed without their values', async () => {
    const { cognito, named, first } = withSecret();
    await cognito.addUserPoolClientSecret({ ...named, ClientSecret: 'a-secret-of-ours'.replaceAll('-', '_').padEnd(24, '1') });
    const { ClientSecrets } = await cognito.listUserPoolClientSecrets(named);
    expect(ClientSecrets).toHaveLength(2);
    expect(JSON.stringify(ClientSecrets)).not.toContain(first);
    expect(ClientSecrets?.map((each) => Object.keys(each))).toEqual([
      ['ClientSecretId', 'ClientSecretCreateDate'],
      ['ClientSecretId', 'ClientSecretCreateDate'],
    ]);
  });

  test('of the caller’s own are taken, and not given back', async () => {
    const { cognito, named, enter, confirmedUser, ids } = withSecret();
    await confirmedUser('ada');
    const ClientSecret = 'x'.repeat(24);
    const { ClientSecretDescriptor } = await cognito.addUserPoolClientSecret({ ...named, ClientSecret });
    expect(ClientSecretDescriptor).not.toHaveProperty('ClientSecretValue');
    await enter(ClientSecret);
    expect(await ids()).toHaveLength(2);
  });

  test('are never more than two, never fewer than one, and never of a public client', async () => {
    const { cognito, named, ids, pools } = withSecret();
    const [only = ''] = await ids();
    expect(await refusal(cognito.deleteUserPoolClientSecret({ ...named, ClientSecretId: only }))).toMatchObject({
      name: 'InvalidParameterException',
    });
    await cognito.addUserPoolClientSecret(named);
    expect((await refusal(cognito.addUserPoolClientSecret(named))).name).toBe('LimitExceededException');
    expect((await refusal(cognito.deleteUserPoolClientSecret({ ...named, ClientSecretId: 'made-up' }))).name).toBe(
      'ResourceNotFoundException',
    );
    const bare = { ...named, ClientId: pools.provisionUserPoolClient('Bare', { UserPoolId: named.UserPoolId }) };
    expect((await cognito.listUserPoolClientSecrets(bare)).ClientSecrets).toEqual([]);
    expect((await refusal(cognito.addUserPoolClientSecret(bare))).name).toBe('InvalidParameterException');
    const other = { ...named, UserPoolId: pools.provisionUserPool('Other', {}) };
    const calls = [
      cognito.addUserPoolClientSecret(other),
      cognito.listUserPoolClientSecrets(other),
      cognito.deleteUserPoolClientSecret({ ...other, ClientSecretId: only }),
    ];
    expect((await refusals(calls)).map(({ name }) => name)).toEqual(Array(3).fill('ResourceNotFoundException'));
    expect(await refusal(cognito.addUserPoolClientSecret({ ...named, ClientSecret: 'too-short' }))).toEqual({
      name: 'InvalidParameterException',
      message:
        "2 validation errors detected: Value at 'clientSecret' failed to satisfy constraint: Member must have length greater than or equal to 24; " +
        "Value at 'clientSecret' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+",
    });
  });

  test('survive a template that is read again', async () => {
    const { cognito, named, pools, ids } = withSecret();
    await cognito.addUserPoolClientSecret(named);
    const before = await ids();
    const properties = { UserPoolId: named.UserPoolId, GenerateSecret: true };
    expect(pools.provisionUserPoolClient('Client', properties)).toBe(named.ClientId);
    expect(await ids()).toEqual(before);
  });

  test('a client may be made with a secret of the caller’s own, or with one of Cognito’s', async () => {
    const { cognito, pools } = createTestPools();
    const UserPoolId = pools.provisionUserPool('Pool', {});
    const ClientSecret = 'x'.repeat(64);
    const made = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'c', ClientSecret });
    expect(made.UserPoolClient?.ClientSecret).toBe(ClientSecret);
    const both = { UserPoolId, ClientName: 'c', ClientSecret, GenerateSecret: true };
    expect((await refusal(cognito.createUserPoolClient(both))).name).toBe('InvalidParameterException');
  });
});
