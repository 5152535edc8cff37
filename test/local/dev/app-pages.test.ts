import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAppPages, isForApp } from '../../../local/dev/app-pages.ts';
import { makeFolder } from '../../support/local/folders.ts';
import { request } from '../../support/local/requests.ts';
import { json, outputs } from './dev.ts';

function app(folder?: string) {
  const parent = makeFolder();
  const appDir = folder ?? join(parent, 'dist');
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(appDir, name), content);
  if (folder === undefined) {
    mkdirSync(join(appDir, 'assets'), { recursive: true });
    write('index.html', '<!doctype html><title>Sign in</title>');
    write('icon.svg', '<svg/>');
    write('assets/index-B3x_9aQz.js', 'export {};');
    write('assets/index-DiwrgTda.css', 'body{}');
    write('.secret.json', '{}');
    writeFileSync(join(parent, 'outside.json'), '{"secret":true}');
  }
  const pages = createAppPages({ outputs: () => outputs, appDir });
  return { appDir, write, pages, get: (url: string, headers?: Record<string, string>) => pages(request(url, headers)) };
}

describe('/app', () => {
  test('leads to the page, which is asked for anew each time and may call the API wherever it is', async () => {
    const { get } = app();
    expect(await get('/app')).toMatchObject({ status: 308, headers: { location: '/app/' } });
    const { status, headers, body } = await get('/app/?code=1');
    expect({ status, body: String(body) }).toEqual({ status: 200, body: '<!doctype html><title>Sign in</title>' });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("connect-src 'self' http://localhost:* http://127.0.0.1:* https:;");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['/app/assets/index-B3x_9aQz.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/app/assets/index-DiwrgTda.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/app/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/app/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ])('%s is %s, and may be kept: %s', async (path, type, cache) => {
    const { status, headers } = await app().get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': cache });
  });

  test('gives a picture byte for byte', async () => {
    const { write, get } = app();
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
    write('logo.png', png);
    const answer = await get('/app/logo.png');
    expect(answer.headers['content-type']).toBe('image/png');
    expect(Buffer.compare(Buffer.from(answer.body), png)).toBe(0);
  });

  test.each([
    '/app/../outside.json',
    '/app/%2e%2e/outside.json',
    '/app/%2e%2e%2foutside.json',
    '/app/..%5coutside.json',
    '/app/assets/../../outside.json',
    '/app//index.html',
    '/app/./index.html',
    '/app/.secret.json',
    '/app/%2Esecret.json',
    '/app/index.html%00.js',
    '/app/%E0%A4%A.js',
    '/app/assets',
    '/app/assets/',
    '/app/missing.js',
    '/app/index.html/x.js',
    `/app/${'x'.repeat(300)}.js`,
  ])('%s is not there', async (path) => {
    expect(await app().get(path)).toMatchObject({ status: 404, body: 'There is no such page.\n' });
  });

  test('a link that leads out of the folder is not followed, one inside is', async () => {
    const { appDir, get } = app();
    symlinkSync(join(appDir, '..', 'outside.json'), join(appDir, 'link.json'));
    symlinkSync(join(appDir, '..'), join(appDir, 'up'));
    symlinkSync(join(appDir, 'icon.svg'), join(appDir, 'same.svg'));
    symlinkSync(join(appDir, 'loop.svg'), join(appDir, 'loop.svg'));
    for (const path of ['/app/link.json', '/app/up/outside.json', '/app/loop.svg']) expect((await get(path)).status).toBe(404);
    expect((await get('/app/same.svg')).status).toBe(200);
  });

  test('the folder may be a link itself, as its neighbour of a longer name may not be read', async () => {
    const { appDir } = app();
    const linked = join(makeFolder(), 'dist');
    symlinkSync(appDir, linked);
    mkdirSync(`${appDir}-other`);
    writeFileSync(join(`${appDir}-other`, 'x.json'), '{}');
    symlinkSync(join(`${appDir}-other`, 'x.json'), join(appDir, 'x.json'));
    const { get } = app(linked);
    expect((await get('/app/')).status).toBe(200);
    expect((await get('/app/x.json')).status).toBe(404);
  });

  test("outputs.json has the current outputs, regardless of the folder's content", async () => {
    const { write, get } = app();
    write('outputs.json', '{"GraphQLUrl":"https://elsewhere.example"}');
    const answer = await get('/app/outputs.json');
    expect(json(answer)).toEqual(outputs);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  });

  test('a page that is not built says how to build it, and checks again; its outputs are available', async () => {
    const { appDir, get } = app();
    rmSync(appDir, { recursive: true });
    const answer = await get('/app/');
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('<code>node examples/web/build.ts</code>');
    expect(answer.body).toContain('<meta http-equiv="refresh" content="1">');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(json(await get('/app/outputs.json'))).toEqual(outputs);
    const without = createAppPages({ outputs: () => outputs, appDir: undefined });
    expect((await without(request('/app/'))).body).toBe(answer.body);
  });

  test('answers GET alone, and no page of another site', async () => {
    const { pages, get } = app();
    expect((await pages(request('/app/', {}, { method: 'POST' }))).status).toBe(405);
    expect((await get('/app/outputs.json', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403);
    expect((await get('/app/outputs.json', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })).status).toBe(403);
  });

  test('is that path and what is below it', () => {
    expect(['/app', '/app/', '/app/x.js', '/apple', '/graphql'].map(isForApp)).toEqual([true, true, true, false, false]);
  });
});
