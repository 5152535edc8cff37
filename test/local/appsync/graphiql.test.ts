import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { renderGraphiql } from '../../../local/appsync/graphiql.ts';
import { firstQueries } from '../../../local/appsync/graphiql-tabs.ts';
import { apiKey } from './api.ts';

describe('renderGraphiql', () => {
  const html = renderGraphiql({ apiKey });

  test('loads nothing: no script, style, image or frame has an address of its own', () => {
    // Asked as yes or no, so that a failure does not print the nine megabytes.
    const loads = [/<script[^>]*\ssrc=/, /<link[^>]*href="(?!data:)/, /<style>[^<]*(?:@import|url\(["']?(?!["']?(?:data:|#)))/];
    for (const pattern of loads) expect([pattern, pattern.test(html)]).toEqual([pattern, false]);
  });

  test('lets the browser run its own scripts and talk to its own origin only', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "connect-src 'self'", `script-src 'nonce-${nonce}'`]),
    );
    expect(html.match(/<script nonce="[^"]+">/g)).toEqual([`<script nonce="${nonce}">`, `<script nonce="${nonce}">`]);
    expect(renderGraphiql({ apiKey }).includes(`nonce-${nonce}`)).toBe(false);
  });

  test('has the API key and the address filled in', () => {
    expect(html.includes(JSON.stringify(JSON.stringify({ 'x-api-key': apiKey }, null, 2)))).toBe(true);
    expect(html.includes('"endpoint":"/graphql"')).toBe(true);
    expect(renderGraphiql({ apiKey, graphqlUrl: 'http://localhost:1/graphql' })).toContain(
      '"endpoint":"http://localhost:1/graphql"',
    );
  });

  test.each(['</script><script>alert(1)</script>', 'a"b', ''])('refuses the key %j, which would end the script', (key) => {
    expect(() => renderGraphiql({ apiKey: key })).toThrow(TypeError);
  });
});

describe('firstQueries', () => {
  const schema = buildSchema(`${readFileSync('schema.graphql', 'utf8')}\n${readFileSync('appsync.graphql', 'utf8')}`);

  test.each(firstQueries(apiKey).map((tab) => [/(?:query|mutation) (\w+)/.exec(tab.query)?.[1], tab] as const))(
    '%s fits the schema',
    (_, tab) => {
      expect(validate(schema, parse(tab.query))).toEqual([]);
      const variables = new Set([...tab.query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
      for (const name of Object.keys(JSON.parse(tab.variables))) expect(variables).toContain(name);
    },
  );

  test('carry the API key where everybody may ask, and a place for the token where not, and never both', () => {
    for (const { query, headers } of firstQueries(apiKey)) {
      expect(Object.keys(JSON.parse(headers))).toEqual([
        /\b(?:me|gpt)\b[ ({]/.test(query.replace(/#.*/g, '')) ? 'authorization' : 'x-api-key',
      ]);
    }
  });
});
