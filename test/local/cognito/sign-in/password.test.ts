import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestPool, createTestPools, password, refusal } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const wrong = 'Wrong passw0rd!';

describe('InitiateAuth with a password', () => {
  test('refuses a wrong password, an unknown user and odd input in the same words', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (const [name, typed] of [
      ['ada', wrong],
      ['nobody', password],
      ['x'.repeat(200), password],
      ['x'.repeat(50_000), password],
      ['ada', 'x'.repeat(300)],
      ['a b', ' '],
    ] as const) {
      expect(await refusal(signIn(world, name, typed))).toEqual(incorrect);
    }
  });

  test('does the work of a password check for an unknown user too', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    // The powers that a check takes are its work; the modules see the spy once the names of the built-in one are
    // synchronised.
    const powers = vi.spyOn(crypto, 'publicEncrypt');
    syncBuiltinESMExports();
    onTestFinished(() => {
      powers.mockRestore();
      syncBuiltinESMExports();
    });
    const counted = async (name: string) => {
      powers.mockClear();
      await refusal(signIn(world, name, wrong));
      return powers.mock.calls.length;
    };
    const known = await counted('ada');
    expect(known).toBeGreaterThan(0);
    expect(await counted('nobody')).toBe(known);
  });

  test('names an unknown user where the client is LEGACY', async () => {
    const world = createTestPool({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect(await refusal(signIn(world, 'nobody', password))).toEqual({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  test('reports an unconfirmed user for every password', async () => {
    const world = createTestPool();
    await world.cognito.signUp({ ClientId: world.clientId, Username: 'ada', Password: password });
    for (const typed of [password, wrong]) {
      expect(await refusal(signIn(world, 'ada', typed))).toEqual({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      });
    }
  });

  test('refuses an alias that is not verified, and the sub', async () => {
    const world = createTestPool();
    const { sub } = await world.confirmedUser('ada', { email: 'ada@example.com' });
    expect(await refusal(signIn(world, 'ada@example.com', password))).toEqual(incorrect);
    expect(await refusal(signIn(world, sub, password))).toEqual(incorrect);
  });

  test('refuses another pool’s user', async () => {
    const pools = createTestPools();
    const one = createTestPool({}, {}, pools);
    await one.confirmedUser('ada');
    const otherId = pools.pools.provisionUserPool('Other', {});
    const clientId = pools.pools.provisionUserPoolClient('OtherClient', {
      UserPoolId: otherId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(await refusal(signIn({ ...one, clientId }, 'ada', password))).toEqual(incorrect);
  });

  test('checks flow, then parameters, before it looks anybody up', async () => {
    const world = createTestPool({}, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    const begin = (AuthFlow: AuthFlowType, AuthParameters = {}) =>
      refusal(world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow, AuthParameters }));
    expect(await begin('USER_PASSWORD_AUTH')).toEqual({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
    expect((await begin('REFRESH_TOKEN_AUTH')).message).toBe('Auth flow not enabled for this client');
    for (const flow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const) {
      expect((await begin(flow)).message).toBe('Initiate Auth method not supported.');
    }
    const { cognito, clientId } = createTestPool();
    for (const [AuthParameters, missing] of [
      [{ PASSWORD: 'x' }, 'USERNAME'],
      [{ USERNAME: '', PASSWORD: 'x' }, 'USERNAME'],
      [{ USERNAME: 'x' }, 'PASSWORD'],
    ] as const) {
      const call = cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
      expect((await refusal(call)).message).toBe(`Missing required parameter ${missing}`);
    }
  });
});
