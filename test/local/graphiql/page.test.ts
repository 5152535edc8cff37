import { describe, expect, test } from 'vitest';
import { renderGraphiql } from '../../../local/graphiql/page.ts';

const apiKey = `da2-${'a'.repeat(26)}`;
const assets = [
  { path: '/graphiql/1/page.css', kind: 'style' },
  { path: '/graphiql/2/react.js', kind: 'script' },
  { path: '/graphiql/3/page.js', kind: 'module' },
] as const;

const tabs = [{ query: '{ me }', variables: '', headers: '{}' }];

describe('renderGraphiql', () => {
  const settingsOf = (html: string): unknown =>
    JSON.parse(/<script type="application\/json" id="settings">(.*)<\/script>/.exec(html)?.[1] ?? '');

  test('loads its own files, in their order, and nothing else, and holds no script that would run', () => {
    const { html } = renderGraphiql({ apiKey, tabs, assets });
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address?.replace(/^data:.*/, 'data:'))).toEqual([
      'data:',
      ...assets.map(({ path }) => path),
    ]);
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script defer src="/graphiql/2/react.js">',
      '<script type="module" src="/graphiql/3/page.js">',
      '<script type="application/json" id="settings">',
    ]);
    expect(html).not.toMatch(/<style| style=| on[a-z]+=/);
  });

  test('is sent with a policy of its own server only, whose nonce is good once', () => {
    const [{ html, policy }, other] = [renderGraphiql({ apiKey, tabs, assets }), renderGraphiql({ apiKey, tabs, assets })];
    expect(policy).not.toMatch(/unsafe|http|\*|blob/);
    const nonce = /style-src 'self' 'nonce-([^']{24})'/.exec(policy)?.[1];
    expect(settingsOf(html)).toMatchObject({ nonce });
    expect(other.policy).not.toBe(policy);
  });

  test('has the API key, the addresses and the tabs filled in', () => {
    expect(settingsOf(renderGraphiql({ apiKey, tabs, assets }).html)).toMatchObject({
      graphqlPath: '/graphql',
      schemaPath: '/graphiql/schema.json',
      headers: { 'x-api-key': apiKey },
      tabs,
    });
    expect(settingsOf(renderGraphiql({ apiKey, tabs, assets, graphqlPath: '/other' }).html)).toMatchObject({
      graphqlPath: '/other',
    });
  });

  test('a key can not end the script that it stands in', () => {
    const hostile = '</script><script>alert(1)</script>';
    const { html } = renderGraphiql({ apiKey: hostile, tabs, assets });
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(settingsOf(html)).toMatchObject({ headers: { 'x-api-key': hostile } });
  });
});
