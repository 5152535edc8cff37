import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { firstQueries, placeholders } from '../../../local/graphiql/tabs.ts';

const apiKey = `da2-${'a'.repeat(26)}`;

describe('firstQueries', () => {
  const schema = buildSchema(`${readFileSync('schema.graphql', 'utf8')}\n${readFileSync('appsync.graphql', 'utf8')}`);

  test.each(firstQueries(apiKey).map((tab) => [/(?:query|mutation) (\w+)/.exec(tab.query)?.[1], tab] as const))(
    '%s fits the schema',
    (_, tab) => {
      expect(validate(schema, parse(tab.query))).toEqual([]);
      const variables = new Set([...tab.query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
      for (const name of Object.keys(JSON.parse(tab.variables || '{}'))) expect(variables).toContain(name);
    },
  );

  test('carry the API key where everybody may ask, and a place for the token where not, and never both', () => {
    for (const { query, headers } of firstQueries(apiKey)) {
      expect(JSON.parse(headers)).toEqual(
        /\b(?:me|gpt)\b[ ({]/.test(query.replace(/#.*/g, ''))
          ? { authorization: placeholders.accessToken }
          : { 'x-api-key': apiKey },
      );
    }
  });

  test('have no line that an editor of half a laptop screen would cut', () => {
    for (const { query } of firstQueries(apiKey)) expect(query.split('\n').filter((line) => line.length > 50)).toEqual([]);
  });

  test('have placeholders that a header may hold, and none twice', () => {
    const texts = Object.values(placeholders);
    for (const text of texts) expect(text).toMatch(/^[ -~]+$/);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
