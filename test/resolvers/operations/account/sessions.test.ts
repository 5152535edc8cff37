import { describe, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const token = madeUpToken();
const sessionId = 'tknm5k9p2q7r4s8t1v6w3x0y5z2b';

describe('sessions', () => {
  test('are what Cognito keeps of them', async () => {
    const { handle, sent } = stubWire(
      success({ Sessions: [{ SessionId: sessionId, IsCurrentSession: true, CreateDate: 1_767_225_600 }], NextToken: 'n' }),
      success({
        Sessions: [{ SessionId: 'ssoa', LastActiveDate: 1_767_225_600, DeviceType: 'Firefox', LastIPAddress: '192.0.2.1' }],
      }),
    );
    const { call } = createCaller({ cognito: handle, tracksSessions: true });
    expect(succeeded(await call('sessions', {}, { token }))).toEqual([
      {
        sessionId,
        isCurrent: true,
        createdAt: '2026-01-01T00:00:00.000Z',
        lastActiveAt: null,
        device: null,
        ipAddress: null,
      },
      {
        sessionId: 'ssoa',
        isCurrent: false,
        createdAt: null,
        lastActiveAt: '2026-01-01T00:00:00.000Z',
        device: 'Firefox',
        ipAddress: '192.0.2.1',
      },
    ]);
    expect(sent.map(({ body }) => body['NextToken'])).toEqual([undefined, 'n']);
  });

  test('are ended one by one', async () => {
    const { handle, sent } = stubWire(success({}));
    const { call } = createCaller({ cognito: handle, tracksSessions: true });
    expect(succeeded(await call('revokeUserSession', { input: { sessionId } }, { token }))).toBe(true);
    expect(sent[0]).toMatchObject({ operation: 'RevokeUserSession', body: { AccessToken: token, SessionId: sessionId } });
  });

  test.each([
    ['ResourceNotFoundException', 'Session not found.', 'NOT_FOUND'],
    ['InvalidParameterException', 'The current session cannot be revoked.', 'INVALID_INPUT'],
  ])('are not ended: %s', async (name, text, code) => {
    const { call } = createCaller({ cognito: stubWire(exception(name, text)).handle, tracksSessions: true });
    expect(refused(await call('revokeUserSession', { input: { sessionId } }, { token }))).toMatchObject({
      code,
      info: { field: 'sessionId' },
    });
  });

  test.each(['', 'no id', 'x'.repeat(29)])('are not ended by %j', async (wrong) => {
    const { call } = createCaller({ cognito: stubWire().handle, tracksSessions: true });
    expect(refused(await call('revokeUserSession', { input: { sessionId: wrong } }, { token }))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'sessionId', cognito: null },
    });
  });

  test('are NOT_ENABLED where Cognito keeps no list', async () => {
    const { call } = createCaller({ cognito: stubWire().handle });
    for (const answer of [
      await call('sessions', {}, { token }),
      await call('revokeUserSession', { input: { sessionId } }, { token }),
    ]) {
      expect(refused(answer)).toMatchObject({ code: 'NOT_ENABLED', message: 'Sessions are not tracked here.' });
    }
  });

  test('want the access token', async () => {
    const { call } = createCaller({ cognito: stubWire().handle, tracksSessions: true });
    for (const auth of [{}, { token: madeUpIdToken }]) {
      const answers = [await call('sessions', {}, auth), await call('revokeUserSession', { input: { sessionId } }, auth)];
      expect(answers.map((answer) => refused(answer).code)).toEqual(answers.map(() => 'ACCESS_TOKEN_REQUIRED'));
    }
  });
});
