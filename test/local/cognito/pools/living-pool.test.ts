import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { createTestPool, createTestPools, password, type TestPools } from '../../../support/cognito/pool.ts';
import { makeFolder } from '../../../support/local/folders.ts';

const properties = {
  AliasAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  Schema: [
    { Name: 'email', Required: true },
    { Name: 'team', AttributeDataType: 'String', Mutable: true, StringAttributeConstraints: { MaxLength: '20' } },
  ],
};

/** A data directory of before, when a key was the logical id alone: a pool of dev with a user in it. */
async function earlierDirectory() {
  const directory = makeFolder();
  const world = createTestPool({ UserPoolTags: { stage: 'dev' } }, {}, createTestPools(openDatabase(directory)));
  await world.confirmedUser('ada');
  world.database.close();
  const open = (): TestPools => createTestPools(openDatabase(directory));
  return { userPoolId: world.userPoolId, clientId: world.clientId, open };
}

/** The pool and the client of a stack. */
function provision({ pools }: TestPools, stack: string, stage?: string) {
  const tags = stage === undefined ? {} : { UserPoolTags: { stage } };
  const { Schema, ...rest } = properties;
  const userPoolId = pools.provisionUserPool(`${stack}/Pool`, { ...rest, ...tags });
  const clientId = pools.provisionUserPoolClient(`${stack}/Client`, {
    UserPoolId: userPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  return { userPoolId, clientId };
}

const signIn = ({ cognito }: TestPools, ClientId: string, USERNAME: string) =>
  cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD: password } });

describe('stages in one data directory', () => {
  test('are two pools, even with the same logical ids, and stay so', () => {
    const world = createTestPools();
    const dev = provision(world, 'Dev', 'dev');
    const prod = provision(world, 'Prod', 'prod');
    expect(prod.userPoolId).not.toBe(dev.userPoolId);
    expect(prod.clientId).not.toBe(dev.clientId);
    expect([provision(world, 'Dev', 'dev'), provision(world, 'Prod', 'prod')]).toEqual([dev, prod]);
  });

  test('the stage that was there before keeps its pool, its client and its users', async () => {
    const { open, ...before } = await earlierDirectory();
    const world = open();
    const prod = provision(world, 'Prod', 'prod');
    expect(prod.userPoolId).not.toBe(before.userPoolId);
    expect(provision(world, 'Dev', 'dev')).toEqual(before);
    expect((await signIn(world, before.clientId, 'ada')).AuthenticationResult).toBeDefined();
    await expect(signIn(world, prod.clientId, 'ada')).rejects.toThrow();
    world.database.close();
    const again = open();
    expect([provision(again, 'Dev', 'dev'), provision(again, 'Prod', 'prod')]).toEqual([before, prod]);
    again.database.close();
  });

  test('without tags it is the pool of the first stack that asks for it, and of no other', async () => {
    const { open, ...before } = await earlierDirectory();
    const world = open();
    expect(provision(world, 'First')).toEqual(before);
    expect(provision(world, 'Second').userPoolId).not.toBe(before.userPoolId);
    world.database.close();
  });
});

describe('a pool that has users', () => {
  const [email, team] = properties.Schema;
  test.each([
    ['other sign-in names', { AliasAttributes: ['email', 'phone_number'] }, /AliasAttributes was \["email"\] and would be/],
    ['the address as the name', { AliasAttributes: [], UsernameAttributes: ['email'] }, /UsernameAttributes was \[\]/],
    ['case', { UsernameConfiguration: { CaseSensitive: true } }, /UsernameConfiguration was .*false.* would be .*true/],
    ['a further required attribute', { Schema: [email, team, { Name: 'name', Required: true }] }, /Schema of name/],
    ['a required attribute less', { Schema: [{ Name: 'email' }, team] }, /Schema of email/],
    ['a custom attribute less', { Schema: [email] }, /Schema of custom:team .* absent/],
    [
      'other bounds of one',
      { Schema: [email, { ...team, StringAttributeConstraints: { MaxLength: '5' } }] },
      /Schema of custom:team .*"20".*"5"/,
    ],
  ])('is left alone by a template with %s, with the way out', async (_, change, message) => {
    const world = createTestPool(properties);
    await world.confirmedUser('ada');
    const provisioning = (): string => world.pools.provisionUserPool('Pool', { ...properties, ...change });
    expect(provisioning).toThrow(expect.objectContaining({ name: 'LivingPoolError', message: expect.stringMatching(message) }));
    expect(provisioning).toThrow(/`rm -r \.local`.*DATA_DIR/);
    expect(world.pools.provisionUserPool('Pool', properties)).toBe(world.userPoolId);
    expect((await signIn(world, world.clientId, 'ada@example.com')).AuthenticationResult).toBeDefined();
  });

  test('takes what may change: a new custom attribute, the plan, the policy, the host of passkeys', async () => {
    const world = createTestPool(properties);
    await world.confirmedUser('ada');
    const changed = {
      ...properties,
      Schema: [...properties.Schema, { Name: 'level', AttributeDataType: 'Number' }],
      Policies: { PasswordPolicy: { MinimumLength: 20 } },
      WebAuthnRelyingPartyID: 'localhost',
      UserPoolTier: 'LITE',
    };
    expect(world.pools.provisionUserPool('Pool', changed)).toBe(world.userPoolId);
  });
});

test('a pool without users takes any template', () => {
  const world = createTestPool(properties);
  expect(world.pools.provisionUserPool('Pool', { AliasAttributes: ['phone_number'] })).toBe(world.userPoolId);
});
