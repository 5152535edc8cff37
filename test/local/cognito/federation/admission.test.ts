import { describe, expect, test } from 'vitest';
import { createFederatedPool } from '../../../support/cognito/federated-pool.ts';
import { refusal } from '../../../support/cognito/pool.ts';
import { type Event, unchanged } from '../../../support/cognito/trigger-pool.ts';

const everyTrigger = Object.fromEntries(
  ['PreSignUp', 'PostConfirmation', 'PreAuthentication', 'PostAuthentication', 'InboundFederation', 'CustomMessage'].map(
    (trigger) => [trigger, unchanged],
  ),
);
const ada = { email: 'ada@corp.example.com', email_verified: true, displayName: 'Ada' };

describe('a user of an external provider', () => {
  test('is created at the first sign-in and found again at the next, with the triggers in order', async () => {
    const pool = createFederatedPool(everyTrigger);
    const { userPoolId } = pool;
    const created = await pool.arrive('A-1', ada, { raw: { idToken: { sub: 'A-1' } } });
    expect(pool.sources()).toEqual([
      'InboundFederation_ExternalProvider',
      'PreSignUp_ExternalProvider',
      'PostConfirmation_ConfirmSignUp',
    ]);
    expect(created).toMatchObject({ username: 'corp_a-1', status: 'EXTERNAL_PROVIDER', password: null });
    const [inbound, preSignUp, confirmed] = pool.calls;
    expect(inbound.request).toEqual({ providerName: 'Corp', providerType: 'OIDC', attributes: { idToken: { sub: 'A-1' } } });
    expect(preSignUp.request.userAttributes).toMatchObject({ email: ada.email, email_verified: 'true', name: 'Ada' });
    expect(JSON.parse(confirmed.request.userAttributes.identities)).toEqual([
      {
        userId: 'A-1',
        providerName: 'Corp',
        providerType: 'OIDC',
        issuer: null,
        primary: true,
        dateCreated: pool.clock.now(),
      },
    ]);
    pool.calls.length = 0;
    const again = await pool.arrive('A-1', { ...ada, displayName: 'Ada King', email_verified: 'false' });
    expect(pool.sources()).toEqual([
      'InboundFederation_ExternalProvider',
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
    ]);
    expect(again.id).toBe(created.id);
    expect(again.attributes).toEqual({ email: ada.email, email_verified: 'false', name: 'Ada King' });
    const { Groups = [] } = await pool.cognito.adminListGroupsForUser({ UserPoolId: userPoolId, Username: again.username });
    expect(Groups.map(({ GroupName }) => GroupName)).toEqual([`${userPoolId}_Corp`]);
  });

  test('is told from a user of the pool, and from one of another provider, by the identity alone', async () => {
    const pool = createFederatedPool({}, { UsernameAttributes: [] });
    const native = await pool.confirmedUser('Corp_A-1');
    const first = await refusal(pool.arrive('A-1', ada));
    expect(first).toEqual({ name: 'UsernameExistsException', message: 'Already found an entry for username corp_a-1' });
    const one = await pool.arrive('A-2', ada);
    const other = await pool.arrive('A-2', ada, { provider: { poolId: pool.userPoolId, name: 'Google' } });
    expect(new Set([native.sub, one.sub, other.sub]).size).toBe(3);
  });

  test('is not signed in by a provider that is unknown, deleted, of another pool, or not of the client', async () => {
    const pool = createFederatedPool();
    await pool.arrive('A-1', ada);
    const elsewhere = pool.pools.provisionUserPool('Elsewhere', {});
    const by = (provider: { poolId: string; name: string }) => refusal(pool.arrive('A-1', ada, { provider }));
    expect((await by({ poolId: pool.userPoolId, name: 'Corporation' })).name).toBe('ResourceNotFoundException');
    expect((await by({ poolId: elsewhere, name: 'Corp' })).name).toBe('ResourceNotFoundException');
    const named = { UserPoolId: pool.userPoolId, ProviderName: 'Corp' };
    await pool.cognito.deleteIdentityProvider(named);
    expect((await by({ poolId: pool.userPoolId, name: 'Corp' })).name).toBe('ResourceNotFoundException');
    const strict = createFederatedPool({}, {}, { SupportedIdentityProviders: ['COGNITO', 'Google'] });
    expect((await refusal(strict.arrive('A-1', ada))).name).toBe('InvalidParameterException');
  });

  test('is refused with the text of PreSignUp, and then does not exist', async () => {
    const pool = createFederatedPool({
      PreSignUp: () => {
        throw new Error('Members only');
      },
    });
    expect(await refusal(pool.arrive('A-1', ada))).toEqual({
      name: 'UserLambdaValidationException',
      message: 'PreSignUp failed with error Members only.',
    });
    expect((await pool.cognito.listUsers({ UserPoolId: pool.userPoolId })).Users).toEqual([]);
  });

  test('has the claims that InboundFederation returns, but the identity of the provider', async () => {
    const pool = createFederatedPool({
      InboundFederation: (event: Event) => ({
        ...event,
        response: { userAttributesToMap: { sub: 'somebody else', displayName: 'Grace' } },
      }),
    });
    const user = await pool.arrive('A-1', ada);
    expect(user).toMatchObject({ username: 'corp_a-1', attributes: { name: 'Grace' } });
    expect(user.attributes).not.toHaveProperty('email');
  });
});
