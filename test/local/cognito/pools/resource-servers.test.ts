import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, refusal, refusals } from '../../../support/cognito/pool.ts';

const read = { ScopeName: 'read', ScopeDescription: 'See the planets' };
const write = { ScopeName: 'write', ScopeDescription: 'Move the planets' };

function withPool() {
  const world = createTestPools();
  const UserPoolId = world.pools.provisionUserPool('Pool', {});
  return { ...world, UserPoolId, solar: { UserPoolId, Identifier: 'https://solar.example.com/api', Name: 'Solar' } };
}

describe('resource servers', () => {
  test('are created, described, listed, updated and deleted', async () => {
    const { cognito, UserPoolId, solar } = withPool();
    const { Name, ...named } = solar;
    const { ResourceServer } = await cognito.createResourceServer({ ...solar, Scopes: [read, write] });
    expect(ResourceServer).toEqual({ ...solar, Scopes: [read, write] });
    expect((await cognito.describeResourceServer(named)).ResourceServer).toEqual(ResourceServer);
    expect((await cognito.listResourceServers({ UserPoolId })).ResourceServers).toEqual([ResourceServer]);
    const updated = await cognito.updateResourceServer({ ...named, Name: 'Planets', Scopes: [read] });
    expect(updated.ResourceServer).toEqual({ ...named, Name: 'Planets', Scopes: [read] });
    // What is left out returns to its default.
    expect((await cognito.updateResourceServer(solar)).ResourceServer).toEqual({ ...solar, Scopes: [] });
    await cognito.deleteResourceServer(named);
    expect((await cognito.listResourceServers({ UserPoolId })).ResourceServers).toEqual([]);
    expect(await refusal(cognito.describeResourceServer(named))).toEqual({
      name: 'ResourceNotFoundException',
      message: `Resource server ${named.Identifier} does not exist.`,
    });
  });

  test('are found by their pool alone', async () => {
    const { cognito, pools, solar } = withPool();
    await cognito.createResourceServer(solar);
    const other = { UserPoolId: pools.provisionUserPool('Other', {}), Identifier: solar.Identifier };
    const calls = [
      cognito.describeResourceServer(other),
      cognito.updateResourceServer({ ...other, Name: 'x' }),
      cognito.deleteResourceServer(other),
      cognito.listResourceServers({ UserPoolId: 'eu-west-1_nothere' }),
      cognito.createResourceServer({ ...solar, UserPoolId: 'eu-west-1_nothere' }),
    ];
    expect((await refusals(calls)).map(({ name }) => name)).toEqual(Array(5).fill('ResourceNotFoundException'));
  });

  test('have identifiers of their own, and scopes of other names', async () => {
    const { cognito, solar } = withPool();
    await cognito.createResourceServer(solar);
    expect(await refusal(cognito.createResourceServer(solar))).toEqual({
      name: 'InvalidParameterException',
      message: `${solar.Identifier} already exists in user pool ${solar.UserPoolId}.`,
    });
    const lunar = { ...solar, Identifier: 'lunar' };
    expect((await refusal(cognito.createResourceServer({ ...lunar, Scopes: [read, read] }))).name).toBe(
      'InvalidParameterException',
    );
    expect(await refusal(cognito.createResourceServer({ ...lunar, Scopes: [{ ...read, ScopeName: 'a/b' }] }))).toEqual({
      name: 'InvalidParameterException',
      message:
        "1 validation error detected: Value 'a/b' at 'scopes.1.member.scopeName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+",
    });
  });

  test('are at most 25 for a pool, each with at most 100 scopes; they come in pages', async () => {
    const { cognito, UserPoolId, solar } = withPool();
    const Scopes = Array.from({ length: 101 }, (_, at) => ({ ...read, ScopeName: `read${at}` }));
    expect((await refusal(cognito.createResourceServer({ ...solar, Scopes }))).message).toContain(
      "Value at 'scopes' failed to satisfy constraint: Member must have length less than or equal to 100",
    );
    const create = (at: number) => cognito.createResourceServer({ UserPoolId, Identifier: `server-${at}`, Name: 'Server' });
    for (let at = 1; at <= 25; at += 1) await create(at);
    expect((await refusal(create(26))).name).toBe('LimitExceededException');
    const found = new Set<string | undefined>();
    let NextToken: string | undefined;
    do {
      const page = await cognito.listResourceServers({ UserPoolId, MaxResults: 10, ...(NextToken && { NextToken }) });
      for (const { Identifier } of page.ResourceServers ?? []) found.add(Identifier);
      NextToken = page.NextToken;
    } while (NextToken);
    expect(found.size).toBe(25);
  });

  test('of a template are made and brought up to date with it, and are gone with their pool', async () => {
    const { cognito, pools, UserPoolId, solar } = withPool();
    expect(pools.provisionUserPoolResourceServer('Solar', { ...solar, Scopes: [read] })).toBe(solar.Identifier);
    pools.provisionUserPoolResourceServer('Solar', { ...solar, Name: 'Planets' });
    const { Name: _, ...named } = solar;
    expect((await cognito.describeResourceServer(named)).ResourceServer).toMatchObject({ Name: 'Planets', Scopes: [] });
    await cognito.deleteUserPool({ UserPoolId });
    expect((await refusal(cognito.describeResourceServer(named))).name).toBe('ResourceNotFoundException');
  });
});

test('a client may only have scopes that there are', async () => {
  const { cognito, pools, userPoolId: UserPoolId } = createTestPool();
  await cognito.createResourceServer({ UserPoolId, Identifier: 'solar', Name: 'Solar', Scopes: [read] });
  const made = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'c', AllowedOAuthScopes: ['openid', 'solar/read'] });
  expect(made.UserPoolClient?.AllowedOAuthScopes).toEqual(['openid', 'solar/read']);
  for (const scope of ['Cognito', 'solar', 'solar/write', 'lunar/read', '/read']) {
    const client = { UserPoolId, ClientName: 'c', AllowedOAuthScopes: [scope] };
    const refused = { name: 'ScopeDoesNotExistException', message: `Invalid scope requested: ${scope}` };
    expect(await refusal(cognito.createUserPoolClient(client))).toEqual(refused);
    expect(() => pools.provisionUserPoolClient('Other', client)).toThrow(refused.message);
  }
});
