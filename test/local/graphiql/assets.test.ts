import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findAssets } from '../../../local/graphiql/assets.ts';

test('every file is there, is named by its content, needs no eval and loads nothing from elsewhere', () => {
  const assets = findAssets();
  expect(assets.map(({ path, kind }) => [path.replace(/^\/graphiql\/[0-9a-f]{12}\//, ''), kind])).toEqual([
    ['graphiql.css', 'style'],
    ['page.css', 'style'],
    ['react.js', 'script'],
    ['react-dom.js', 'script'],
    ['graphiql.js', 'script'],
    ['page.js', 'module'],
  ]);
  let bytes = 0;
  for (const { path, kind, read } of assets) {
    const body = read();
    bytes += body.length;
    expect(path).toContain(createHash('sha256').update(body).digest('hex').slice(0, 12));
    // Asked as yes or no, so that a failure does not print the megabyte.
    const forbidden =
      kind === 'style' ? [/@import/, /url\(["']?(?!["']?(?:data:|#))/] : [/\beval\(/, /new Function\(/, /importScripts/];
    for (const pattern of forbidden) expect([path, pattern, pattern.test(String(body))]).toEqual([path, pattern, false]);
  }
  expect(bytes).toBeLessThan(2_000_000);
});
