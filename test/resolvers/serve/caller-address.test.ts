import { describe, expect, test } from 'vitest';
import type { Field } from '../../../resolvers/call/operation.ts';
import { callerAddress } from '../../../resolvers/serve/caller-address.ts';
import { createCaller } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

const edge = '64.252.140.70';

describe("the caller's address", () => {
  test.each<[string, string | readonly string[] | null, string | null]>([
    ['is what the edge saw', `198.51.100.7, ${edge}`, '198.51.100.7'],
    ['may be of version 6', `2001:db8::7, ${edge}`, '2001:db8::7'],
    ['is not what the caller wrote', `203.0.113.9, 198.51.100.7, ${edge}`, '198.51.100.7'],
    [
      'is not the last of a list that the caller wrote',
      `203.0.113.9, 10.0.0.1, 127.0.0.1, 198.51.100.7, ${edge}`,
      '198.51.100.7',
    ],
    ['is found whatever the caller wrote', `, ,"; DROP, ${'9'.repeat(9000)}, 198.51.100.7, ${edge}`, '198.51.100.7'],
    ['is found without blanks, and with many', `198.51.100.7,   ${edge} `, '198.51.100.7'],
    ['is found where the header came twice', ['203.0.113.9', `198.51.100.7, ${edge}`], '198.51.100.7'],
    ['is nothing where AppSync tells nothing', null, null],
    ['is nothing in an empty header', '', null],
    ['is never that of the edge', edge, null],
    ['is nothing where it is no address', `<script>, ${edge}`, null],
    ['has no port', `198.51.100.7:443, ${edge}`, null],
  ])('%s', (_, header, address) => expect(callerAddress(header)).toBe(address));
});

const unsigned = {
  signUp: { input: { username: 'ann', password: 'Passw0rd!' } },
  confirmSignUp: { input: { username: 'ann', code: '123456', password: 'Passw0rd!' } },
  resendConfirmationCode: { input: { username: 'ann' } },
  login: { input: { username: 'ann', password: 'Passw0rd!' } },
  respondToChallenge: { input: { name: 'SMS_MFA', username: 'ann', session: 's'.repeat(20), code: '123456' } },
  forgotPassword: { input: { username: 'ann' } },
  confirmForgotPassword: { input: { username: 'ann', code: '123456', password: 'Passw0rd!' } },
} as const satisfies Partial<Record<Field, unknown>>;

describe.each(Object.entries(unsigned))('%s', (field, args) => {
  const sentBy = async (passesCallerAddress: boolean) => {
    const { handle, sent } = stubWire(success({}));
    // The field and its arguments belong together by the table above.
    await createCaller({ cognito: handle, passesCallerAddress }).call(field as Field, args as never);
    return sent;
  };

  test('tells Cognito the address where the deployment says so', async () => {
    const [sent] = await sentBy(true);
    expect(sent?.body['UserContextData']).toEqual({ IpAddress: '192.0.2.1' });
  });

  test('tells it nothing elsewhere', async () => {
    const [sent] = await sentBy(false);
    expect(sent?.body).toHaveProperty('ClientId');
    expect(sent?.body).not.toHaveProperty('UserContextData');
  });
});

describe('recoverAccess', () => {
  const args = { input: { username: 'ann', password: 'Passw0rd!', recoveryCode: '7KQ2-M0XD-PA9T' } };
  const sentBy = async (passesCallerAddress: boolean) => {
    const { handle, sent } = stubWire(success({}));
    await createCaller({ cognito: handle, passesCallerAddress, accountTable: startAccountTable() }).call('recoverAccess', args);
    return sent;
  };

  test('tells Cognito of the caller in the form of a signed call, where the deployment says so', async () => {
    const [sent] = await sentBy(true);
    expect(sent?.body['ContextData']).toEqual({
      IpAddress: '192.0.2.1',
      ServerName: 'AppSync',
      ServerPath: '/graphql',
      HttpHeaders: [{ headerName: 'User-Agent', headerValue: 'vitest' }],
    });
    expect(sent?.body).not.toHaveProperty('UserContextData');
  });

  test('tells it nothing elsewhere', async () => {
    const [sent] = await sentBy(false);
    expect(sent?.body).toHaveProperty('AuthParameters');
    expect(sent?.body).not.toHaveProperty('ContextData');
  });
});
