import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { respond } from '../../../support/cognito/sign-in.ts';

describe('PasswordHistorySize', () => {
  test('refuses the last passwords, in every way to set one, and forgets older ones', async () => {
    const flows = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] };
    const world = createTestPool({ Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } }, flows);
    await world.confirmedUser('ada');
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    const set = (Password: string, Permanent = true) => world.cognito.adminSetUserPassword({ ...named, Password, Permanent });
    const used = 'PasswordHistoryPolicyViolationException';
    expect((await refusal(set(password))).name).toBe(used);
    await set('Second 2 passw0rd!');
    expect((await refusal(set(password))).name).toBe(used);
    await world.cognito.forgotPassword({ ClientId: world.clientId, Username: 'ada' });
    const ConfirmationCode = world.codeFor('ada@example.com');
    const confirm = (Password: string) =>
      world.cognito.confirmForgotPassword({ ClientId: world.clientId, Username: 'ada', ConfirmationCode, Password });
    expect((await refusal(confirm(password))).name).toBe(used);
    await confirm('Third 3 passw0rd!');
    await set('Temp0rary!', false);
    const begun = await world.cognito.initiateAuth({
      ClientId: world.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: 'Temp0rary!' },
    });
    const answer = (NEW_PASSWORD: string) =>
      respond(world, 'NEW_PASSWORD_REQUIRED', begun.Session, { USERNAME: 'ada', NEW_PASSWORD });
    expect((await refusal(answer('Third 3 passw0rd!'))).name).toBe(used);
    expect((await answer(password)).AuthenticationResult).toBeDefined();
  });
});
