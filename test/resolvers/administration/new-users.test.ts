import { describe, expect, test } from 'vitest';
import { refused, step, succeeded } from '../../support/caller.ts';
import { newPassword, newPerson } from '../../support/resolvers/people.ts';
import { logIn, start } from './world.ts';

describe('a new user', () => {
  test('is invited by mail, chooses a password, and their address counts', async () => {
    const world = await start();
    const { call, token, message } = world;
    const { username, email } = newPerson();
    const created = succeeded(await call('adminCreateUser', { input: { username, email } }, { token }));
    expect(created).toMatchObject({ username, email, status: 'FORCE_CHANGE_PASSWORD', enabled: true });
    const password = /password is (\S+?)\.?\s*$/m.exec(message(email).body)?.[1] ?? message(email).code ?? '';
    const login = step(succeeded(await logIn(world, { username, email, password })), 'NewPasswordRequiredChallenge');
    const answer = { name: login.name, username: login.username, session: login.session, newPassword: newPassword() };
    step(succeeded(await call('respondToChallenge', { input: answer })), 'Tokens');
    expect(succeeded(await call('user', { username }, { token }))).toMatchObject({ status: 'CONFIRMED', emailVerified: true });
  });

  test('is invited again with another password', async () => {
    const { call, token, inbox } = await start();
    const { username, email } = newPerson();
    succeeded(await call('adminCreateUser', { input: { username, email } }, { token }));
    succeeded(await call('adminCreateUser', { input: { username, resend: true } }, { token }));
    const [first, second] = inbox.filter(({ to }) => to === email).map(({ body }) => body);
    expect(second).not.toBe(first);
    const superfluous = await call('adminCreateUser', { input: { username, resend: true, email } }, { token });
    expect(refused(superfluous)).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'email' } });
  });

  test('gets a password from the administrator, without a message and without a proof of the address', async () => {
    const { call, token, inbox } = await start();
    const { username, email } = newPerson();
    const sent = inbox.length;
    const input = { username, email, temporaryPassword: newPassword(), attributes: [{ name: 'custom:role', value: 'x' }] };
    succeeded(await call('adminCreateUser', { input }, { token }));
    expect(inbox).toHaveLength(sent);
    const user = succeeded(await call('user', { username }, { token }));
    expect(user).toMatchObject({ email, emailVerified: false });
    expect(user.attributes).toContainEqual({ name: 'custom:role', value: 'x' });
  });

  test.each([
    [{}, 'email'],
    [{ email: 'x@example.com', attributes: [{ name: 'email_verified', value: 'true' }] }, 'attributes'],
    [{ attributes: [{ name: 'email', value: 'x@example.com' }] }, 'attributes'],
  ])('is not made of %j', async (input, field) => {
    const { call, token } = await start();
    const answer = await call('adminCreateUser', { input: { username: 'ann', ...input } }, { token });
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', info: { field } });
  });
});
