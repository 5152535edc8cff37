import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { jsonConsole } from '../../../local/lambda/json-console.ts';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import { createLog, type LogEntry, traceOf } from '../../../resolvers/serve/log.ts';
import { createCaller, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { challenged, confirmed, newPassword, signedIn } from '../../support/resolvers/people.ts';
import { exception, stubWire } from '../../support/resolvers/stub-wire.ts';

const entry: LogEntry = { field: 'login', durationMs: 1.26, coldStart: true };

function logged(entries: readonly object[]): Record<string, unknown>[] {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = createLog(jsonConsole({ minimum: 'INFO', requestId: () => 'r', write }));
  for (const each of entries) log({ ...entry, ...each });
  return lines.map((line) => JSON.parse(line));
}

describe('a line', () => {
  test('holds just these members', () => {
    const [ok, refused] = logged([{}, { code: 'INVALID_CREDENTIALS', cognito: 'NotAuthorizedException' }]);
    const head = { timestamp: expect.any(String), level: 'INFO', requestId: 'r' };
    const members = { field: 'login', duration_ms: 1.3, cold_start: true };
    expect(ok).toEqual({ ...head, message: { ...members, outcome: 'ok' } });
    expect(refused).toEqual({
      ...head,
      message: { ...members, outcome: 'refused', code: 'INVALID_CREDENTIALS', cognito: 'NotAuthorizedException' },
    });
  });

  test('omits all other members of an entry', () => {
    const [line] = logged([
      { password: 'hunter2', arguments: { input: { code: 'hunter2' } }, error: { name: 'E', frames: [], message: 'hunter2' } },
    ]);
    expect(JSON.stringify(line)).not.toContain('hunter2');
  });

  test('is louder for what is not the caller’s fault', () => {
    expect(
      logged([
        { code: 'INTERNAL' },
        { code: 'UNAVAILABLE' },
        { code: 'GPT_FAILED' },
        { code: 'CODE_DELIVERY_FAILED' },
        { code: 'CODE_MISMATCH' },
      ]).map(({ level }) => level),
    ).toEqual(['ERROR', 'WARN', 'WARN', 'WARN', 'INFO']);
  });
});

describe('the trace of an error', () => {
  test('has its frames and nothing of its message', () => {
    const secret = '\n    at hunter2 (/secret.js:1:1)\nhunter2';
    for (const message of ['hunter2', secret, `${secret}\n`]) {
      const trace = traceOf(new RangeError(message));
      expect(trace.name).toBe('RangeError');
      expect(trace.frames[0]).toContain('log.test.ts');
      expect(JSON.stringify(trace)).not.toContain('hunter2');
    }
  });

  test('survives a message that was changed after the fact', () => {
    const error = new Error('hunter2');
    error.message = 'else';
    error.name = 'hunter2 in a name';
    const trace = traceOf(error);
    expect(trace.name).toBe('Error');
    expect(JSON.stringify(trace)).not.toContain('hunter2');
  });

  test("keeps Node's code and no other", () => {
    expect(traceOf(Object.assign(new Error(), { code: 'ECONNREFUSED' })).code).toBe('ECONNREFUSED');
    expect(traceOf(Object.assign(new Error(), { code: 'hunter2' })).code).toBeUndefined();
  });

  test('is bounded, and takes what is no error', () => {
    const deep = (depth: number): Error => (depth === 0 ? new Error('x') : deep(depth - 1));
    expect(traceOf(deep(100)).frames.length).toBeLessThanOrEqual(12);
    expect(traceOf('hunter2')).toEqual({ name: 'string', frames: [] });
    expect(traceOf(Object.assign(new Error('x'), { stack: undefined })).frames).toEqual([]);
    expect(traceOf(new AuthError('INTERNAL', '')).frames[0]).toContain('log.test.ts');
  });
});

test('no secret of any story is in any line', async () => {
  const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  const instance = createInstance();
  const { call, lines } = instance;
  const secrets = new Set<string>();
  const secret = (value: string | null | undefined): string => {
    if (value) secrets.add(value);
    return value ?? '';
  };

  const person = await confirmed(instance);
  const { username, email } = person;
  secret(person.password);
  const first = await signedIn(instance, person);
  secret(first.accessToken);
  secret(first.idToken);
  const refreshToken = secret(first.refreshToken);
  await call('me', {}, { token: first.accessToken });
  await call('me', {}, { token: first.idToken });
  secret(succeeded(await call('refreshTokens', { input: { refreshToken } })).accessToken);
  await call('refreshTokens', { input: { refreshToken: secret(`forged.${refreshToken}`) } });
  await call('login', { input: { username, password: secret(newPassword()) } });
  await call('login', { input: { username, password: secret(`${newPassword()}${'x'.repeat(300)}`) } });
  await call('login', { input: { username, password: secret('p4ss'), clientMetadata: { note: secret('metadata-5ecret') } } });

  await call('forgotPassword', { input: { username } });
  const code = secret(instance.message(email).code);
  await call('confirmForgotPassword', { input: { username, code: secret('c0de with spaces'), password: secret('weakling-1') } });
  succeeded(await call('confirmForgotPassword', { input: { username, code, password: secret(newPassword()) } }));

  const { answer, temporaryPassword } = await challenged(instance);
  secret(temporaryPassword);
  secret(answer.session);
  await call('respondToChallenge', { input: { ...answer, session: secret(randomBytes(60).toString('hex')), newPassword: 'x' } });
  await call('respondToChallenge', { input: { ...answer, newPassword: secret('weakling-2') } });
  const last = step(
    succeeded(await call('respondToChallenge', { input: { ...answer, newPassword: secret(newPassword()) } })),
    'Tokens',
  );
  secret(last.accessToken);
  await call('revokeToken', { input: { refreshToken: secret(last.refreshToken) } });
  await call('globalSignOut', {}, { token: first.accessToken });
  await call('signUp', {
    input: { username: 'eve', email: secret('eve@private.example'), temporaryPassword: secret('T3mporary!x') },
  });
  await call('gpt', { message: secret('What ails me?'), key: secret('sk-callers-own') });

  const broken = createCaller({ cognito: stubWire(exception('BrandNewException', secret('an-unheard-of-text'))).handle });
  await broken.call('login', { input: { username, password: secret(newPassword()) } });

  const all = [...lines, ...broken.lines, ...written.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk)))].join('\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(secrets.size).toBeGreaterThan(20);
  for (const each of [...secrets, email]) expect(all).not.toContain(each);
  expect(all).toContain('BrandNewException');
  for (const spy of written) spy.mockRestore();
  instance.close();
});
