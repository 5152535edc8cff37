import { describe, expect, test } from 'vitest';
import { password } from '../../support/cognito/pool.ts';
import { request } from '../../support/local/requests.ts';
import { dev, json } from './dev.ts';

/** Everything that changes something. */
const posts: readonly [string, object][] = [
  ['/dev/clock', { advanceSeconds: 1 }],
  ['/dev/seed', {}],
];

const withSeed = () => dev({ seed: { users: [{ username: 'ada', password, email: 'ada@example.com' }] } });

const isSeeded = async ({ get }: ReturnType<typeof dev>): Promise<boolean> => (await get('/dev/users/ada')).status === 200;

describe('what changes something', () => {
  test.each([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['a page on another port, in a browser that says no more', { origin: 'http://localhost:3000' }],
    ['a page with an opaque origin', { origin: 'null' }],
    ['the same host under another scheme', { origin: 'https://localhost:4000' }],
    ['a page of another origin without Origin', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    [
      'a followed link',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        origin: 'https://evil.example',
      },
    ],
  ])('is refused to %s', async (_, headers) => {
    const page = withSeed();
    for (const [path, body] of posts) {
      const answer = await page.post(path, body, headers);
      expect(answer.status).toBe(403);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(await isSeeded(page)).toBe(false);
    expect(page.clock.offsetSeconds()).toBe(0);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', 'text/plain; x=application/json', ''])(
    'is refused as %j, which a form could send',
    async (type) => {
      const page = withSeed();
      for (const [path, body] of posts) expect((await page.post(path, body, { 'content-type': type })).status).toBe(415);
      expect(await isSeeded(page)).toBe(false);
      expect(page.clock.offsetSeconds()).toBe(0);
    },
  );

  test('a preflight is not answered with leave', async () => {
    const { pages } = dev();
    const asked = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' };
    const answer = await pages(request('/dev/clock', asked, { method: 'OPTIONS' }));
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('is for the page itself, and for programs', async () => {
    const page = withSeed();
    const { post } = page;
    const own = { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' };
    expect((await post('/dev/clock', { advanceSeconds: 1 }, own)).status).toBe(200);
    expect((await post('/dev/clock', { advanceSeconds: 1 }, { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(
      200,
    );
    const byNumber = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' };
    expect((await post('/dev/seed', {}, byNumber)).status).toBe(200);
    expect(await isSeeded(page)).toBe(true);
  });

  test.each<[string, string, string, string]>([
    ['/dev/clock', '{', 'BadRequest', 'The body is not JSON.'],
    ['/dev/clock', '[]', 'BadRequest', 'The body must be a JSON object.'],
    ['/dev/clock', '{}', 'BadRequest', 'Either advanceSeconds or reset must be given, and not both.'],
    ['/dev/clock', '{"advance":1}', 'BadRequest', '"advance" is not known here; there is advanceSeconds, reset.'],
    ['/dev/clock', '{"reset":false}', 'BadRequest', 'reset must be true.'],
    ['/dev/seed', '{"username":1}', 'BadRequest', 'username must be a text.'],
    ['/dev/seed', '{"really":true}', 'BadRequest', '"really" is not known here; there is username.'],
  ])('%s with %s is a clear 400', async (path, body, error, message) => {
    const page = withSeed();
    const answer = await page.post(path, body);
    expect(answer.status).toBe(400);
    expect(json(answer)).toEqual({ error, message });
    expect(await isSeeded(page)).toBe(false);
  });
});
