import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { StageFacts } from '../../../local/graphiql/stage-facts.ts';
import { placeholders, tour } from '../../../local/graphiql/tour.ts';

const apiKey = `da2-${'a'.repeat(26)}`;
const everything: StageFacts = {
  signUpModes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'],
  signInNames: ['USERNAME', 'EMAIL'],
  flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'],
  firstFactors: ['PASSWORD'],
  requiredAttributes: [],
  emailDomains: [],
  recovery: ['EMAIL'],
  mfaTypes: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
  mfaMode: 'ON',
  verifyBy: 'CODE',
  minimumLength: 20,
  gptEnabled: true,
};
const stages: readonly (readonly [string, Partial<StageFacts>])[] = [
  ['everything', {}],
  ['a password only', { signUpModes: ['PASSWORD'] }],
  ['a link', { signUpModes: ['PASSWORD'], verifyBy: 'LINK' }],
  ['an invitation only', { signUpModes: ['INVITATION'] }],
  ['nobody signs up', { signUpModes: [] }],
  ['no second factor', { mfaMode: 'OFF', mfaTypes: [] }],
  ['numbers', { signInNames: ['PHONE_NUMBER'], requiredAttributes: ['email', 'birthdate', 'custom:team'] }],
  ['SRP alone', { flows: ['USER_SRP_AUTH'] }],
  ['no gpt, no recovery', { gptEnabled: false, recovery: [] }],
];
const tabsOf = (change: Partial<StageFacts>) => tour({ facts: { ...everything, ...change }, apiKey, introspection: true });
const all = stages.flatMap(([stage, change]) => tabsOf(change).map((tab) => [stage, nameOf(tab.query), tab] as const));

function nameOf(query: string): string {
  return /^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '';
}

describe('tour', () => {
  const schema = buildSchema(`${readFileSync('schema.graphql', 'utf8')}\n${readFileSync('appsync.graphql', 'utf8')}`);

  test.each(all)('with %s: %s fits the schema', (_stage, _name, { query, variables }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const declared = new Set([...query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
    for (const name of Object.keys(JSON.parse(variables || '{}'))) expect(declared).toContain(name);
  });

  test.each(all)(
    'with %s: %s carries one credential, the API key or a place for the token',
    (_stage, _name, { query, headers }) => {
      const isForSignedIn = /\b(?:me|gpt)\b[ ({]/.test(query.replace(/#.*/g, ''));
      expect(JSON.parse(headers)).toEqual(isForSignedIn ? { authorization: placeholders.accessToken } : { 'x-api-key': apiKey });
    },
  );

  test.each(all)('with %s: %s has no line that an editor of half a laptop screen would cut', (_stage, _name, { query }) => {
    expect(query.split('\n').filter((line) => line.length > 50)).toEqual([]);
  });

  test.each(stages)('with %s: each tab names the next one', (_stage, change) => {
    const tabs = tabsOf(change);
    const names = tabs.map(({ query }) => nameOf(query));
    expect(new Set(names).size).toBe(names.length);
    expect(tabs.map(({ query }) => /^# Next: (\w+)\.$/m.exec(query)?.[1])).toEqual([...names.slice(1), undefined]);
  });

  test('says on a stage without introspection where its types are', () => {
    const [first] = tour({ facts: everything, apiKey, introspection: false });
    expect(first?.query).toContain('schema.graphql');
    expect(tabsOf({})[0]?.query).not.toContain('schema.graphql');
  });

  test('is one query that any API answers where the schema is another', () => {
    const [hello, ...more] = tour({ facts: undefined, apiKey, introspection: true });
    expect(more).toEqual([]);
    expect(validate(buildSchema('type Query { other: Int }'), parse(hello?.query ?? ''))).toEqual([]);
  });

  test('has placeholders that a header may hold, and none twice', () => {
    const texts = Object.values(placeholders);
    for (const text of texts) expect(text).toMatch(/^[ -~]+$/);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
