import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../examples/web/src/site/settings.ts';
import { rulesOf } from '../../../examples/web/src/ui/password/password-rules.ts';

const outputs = {
  GraphQLUrl: 'http://localhost:4000/graphql',
  ApiKey: 'da2-key',
  Region: 'us-east-1',
  UserPoolId: 'us-east-1_pool',
  UserPoolClientId: 'client',
  CognitoEndpoint: 'http://localhost:4001',
};

describe('readSettings', () => {
  test("takes the laptop's form", () => {
    expect(readSettings(outputs)).toBe(outputs);
  });

  test('takes the form of `cdk deploy --outputs-file`, beside other stacks', () => {
    expect(readSettings({ Network: { VpcId: 'vpc' }, CognitoGraphqlProd: outputs })).toBe(outputs);
  });

  test.each([null, [], 'text', {}, { Stack: { ...outputs, ApiKey: 1 } }])('refuses %j and says what is required', (json) => {
    expect(() => readSettings(json)).toThrow(/^outputs\.json must hold GraphQLUrl, ApiKey, /);
  });
});

describe('rulesOf', () => {
  const policy = {
    minimumLength: 8,
    requireUppercase: true,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
  };
  const unmet = (password: string, of = policy) =>
    rulesOf({ __typename: 'PasswordPolicy', ...of })
      .filter(({ isMet }) => !isMet(password))
      .map(({ text }) => text);

  test.each([
    ['Correct-horse-1', []],
    ['', ['At least 8 characters', 'A lowercase letter', 'An uppercase letter', 'A number', 'A symbol, like !']],
    ['correct-horse', ['An uppercase letter', 'A number']],
    ['Correct horse 1', []],
    [' Correcthorse1 ', ['A symbol, like !']],
  ])('of %j it misses %j', (password, texts) => {
    expect(unmet(password)).toEqual(texts);
  });

  test('has only the rules of the pool', () => {
    const short = { ...policy, minimumLength: 6, requireSymbols: false, requireUppercase: false };
    expect(unmet('', short)).toEqual(['At least 6 characters', 'A lowercase letter', 'A number']);
  });
});
