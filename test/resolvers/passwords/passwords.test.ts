import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBreaches } from '../../../resolvers/passwords/breaches.ts';
import { isGuessable } from '../../../resolvers/passwords/guessable.ts';
import { createPasswords } from '../../../resolvers/passwords/passwords.ts';

describe('a password that is easy to guess', () => {
  const owner = ['marie.curie', 'marie@radium.example', undefined];
  test.each([
    'Password1234!',
    'P@ssw0rd!',
    'Passwort1!',
    'qwerty123456',
    '!!Welcome2026',
    'marie.curie',
    'Marie.Curie1!',
    'marie@radium.example',
    'Marie-2026!',
  ])('%s', (password) => expect(isGuessable(password, owner)).toBe(true));

  test.each(['Correct-horse-1', 'my password is long', 'Marie likes radium 1!', 'x7#Kp2!vQ'])('is not %s', (password) => {
    expect(isGuessable(password, owner)).toBe(false);
  });

  test('may be a short name with more around it', () => expect(isGuessable('Bob-2026-x!', ['bob'])).toBe(false));
});

describe('a list of leaked passwords', () => {
  const leaked = 'Correct-horse-1';
  const asked: string[] = [];
  let answer = (): { status: number; body: string } => ({ status: 200, body: '' });
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['add-padding']}`);
    const { status, body } = answer();
    response.writeHead(status).end(body);
  });
  let url = '';
  const lost: unknown[] = [];
  const list = () => createBreaches({ url, timeoutMs: 2000, lost: (error) => lost.push(error) });
  const hash = createHash('sha1').update(leaked).digest('hex').toUpperCase();

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range`;
  });
  afterAll(() => server.close());

  test('is asked by five digits of a hash, and knows the rest', async () => {
    answer = () => ({ status: 200, body: `0000000000000000000000000000000000A:3\r\n${hash.slice(5)}:17\r\n` });
    expect(await list().has(leaked)).toBe(true);
    expect(await list().has('another-One-2')).toBe(false);
    expect(asked[0]).toBe(`/range/${hash.slice(0, 5)} true`);
    expect(asked.join()).not.toContain(hash.slice(5));
    expect(lost).toEqual([]);
  });

  test('pads its answer with hashes that were never leaked', async () => {
    answer = () => ({ status: 200, body: `${hash.slice(5)}:0` });
    expect(await list().has(leaked)).toBe(false);
  });

  test('that fails keeps nobody out, and is logged', async () => {
    answer = () => ({ status: 503, body: '' });
    expect(await list().has(leaked)).toBe(false);
    const silent = createBreaches({ url: 'http://127.0.0.1:9/range', timeoutMs: 2000, lost: (error) => lost.push(error) });
    expect(await silent.has(leaked)).toBe(false);
    expect(lost).toHaveLength(2);
  });

  test('refuses a password with the text of the policy', async () => {
    answer = () => ({ status: 200, body: `${hash.slice(5)}:17` });
    const rules = {
      minimumLength: 8,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      refuseGuessable: true,
      breaches: null,
    };
    const passwords = createPasswords(rules, list());
    const refusal = { code: 'PASSWORD_POLICY', field: 'newPassword', message: expect.stringContaining('data breach') };
    await expect(passwords.check('newPassword', leaked, [])).rejects.toMatchObject(refusal);
    await expect(passwords.checkFully('password', 'nouppercase-1', [])).rejects.toMatchObject({ code: 'PASSWORD_POLICY' });
  });
});
