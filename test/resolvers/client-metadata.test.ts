import { describe, expect, test } from 'vitest';
import { type Caller, createCaller, refused, succeeded } from '../support/caller.ts';
import { stubWire, success } from '../support/resolvers/stub-wire.ts';

type Send = (call: Caller['call'], clientMetadata: unknown) => ReturnType<Caller['call']>;

/** The operations that send a message, or confirm one, and so hand something to a trigger. */
const operations: [string, Send][] = [
  [
    'ConfirmSignUp',
    (call, clientMetadata) =>
      call('confirmSignUp', { input: { username: 'ann', password: 'Correct-horse-1', code: '123456', clientMetadata } }),
  ],
  [
    'ResendConfirmationCode',
    (call, clientMetadata) => call('resendConfirmationCode', { input: { username: 'ann', clientMetadata } }),
  ],
  ['ForgotPassword', (call, clientMetadata) => call('forgotPassword', { input: { username: 'ann', clientMetadata } })],
  [
    'ConfirmForgotPassword',
    (call, clientMetadata) =>
      call('confirmForgotPassword', { input: { username: 'ann', code: '123456', password: 'Passw0rd!', clientMetadata } }),
  ],
];

describe.each(operations)('%s', (operation, send) => {
  test('is told what the triggers are to know', async () => {
    const { handle, sent } = stubWire(success({}));
    const { call } = createCaller({ cognito: handle });
    succeeded(await send(call, { locale: 'de-AT' }));
    expect(sent[0]).toMatchObject({ operation, body: { ClientMetadata: { locale: 'de-AT' } } });
  });

  test.each([undefined, null])('is told nothing by %s', async (nothing) => {
    const { handle, sent } = stubWire(success({}));
    succeeded(await send(createCaller({ cognito: handle }).call, nothing));
    expect(sent[0]?.body).not.toHaveProperty('ClientMetadata');
  });

  test.each([['de'], [['de']], [{ locale: 1 }], [{ locale: 'x'.repeat(131_073) }]])('%j is refused by name', async (wrong) => {
    const { call } = createCaller({ cognito: stubWire().handle });
    expect(refused(await send(call, wrong))).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'clientMetadata' } });
  });
});
