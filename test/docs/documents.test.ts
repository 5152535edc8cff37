import { globSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { interfaces, schema, selectedThroughInterface } from './through-interface.ts';

const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md']);
const blocks = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(
    ([, block = ''], index) => [`${page}, block ${index + 1}`, block] as const,
  ),
);
const files = globSync('examples/**/*.graphql').map((file) => [file, readFileSync(file, 'utf8')] as const);

test('there are documents of each kind', () => {
  for (const documents of [blocks, files]) expect(documents.length).toBeGreaterThan(0);
});

describe.each([...blocks, ...files])('%s', (_, document) => {
  test('fits the schema', () => expect(validate(schema, parse(document))).toEqual([]));

  test('selects nothing through an interface', () => expect(selectedThroughInterface(document)).toEqual([]));
});

/** Programs hold documents as text, in whatever language: what they send is looked at in test/examples. */
test('no file that people read or copy has a fragment on an interface', () => {
  const texts = globSync(['*.md', 'docs/**/*.md', '{examples,local,test,bench}/**/*.{graphql,md,py,sh,ts,tsx,js}']);
  expect(texts.length).toBeGreaterThan(500);
  const onInterface = new RegExp(`\\bon\\s+(${interfaces.map(({ name }) => name).join('|')})\\b`);
  // This test's own examples, and the story that asks AppSync what it answers.
  const meant = ['test/docs/documents.test.ts', 'test/parity/appsync/stories/authorization.ts'];
  expect(texts.filter((file) => !meant.includes(file) && onInterface.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['mutation { login(input: { username: "a" }) { ... on Challenge { name session } } }', ['Challenge.name', 'Challenge.session']],
  ['fragment F on Challenge { username } query { authConfig { mfaMode } }', ['Challenge.username']],
  ['mutation { login(input: { username: "a" }) { __typename ... on SmsMfaChallenge { name } } }', []],
])('%s is seen', (document, selected) => expect(selectedThroughInterface(document)).toEqual(selected));
