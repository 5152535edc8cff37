import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refuseAccessGaps } from '../../../infra/schema/sdl-access.ts';

const modes = ['aws_api_key', 'aws_cognito_user_pools'];
const both = '@aws_api_key @aws_cognito_user_pools';
const refusal = (schema: string) => () => refuseAccessGaps(schema, modes);

describe('refuseAccessGaps', () => {
  test('finds none in schema.graphql', () => {
    expect(refusal(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))).not.toThrow();
  });

  test('names a root field that says nothing', () => {
    expect(refusal('type Query { a: String }')).toThrow('Query.a has no directive that says who may call it.');
  });

  test('names a type that a field reaches by a mode that the type does not grant', () => {
    expect(refusal(`type Query { a: A ${both} } type A @aws_cognito_user_pools { x: Int }`)).toThrow(
      'A lacks @aws_api_key, but Query.a returns it in that mode.',
    );
  });

  test('goes down into nested types, lists, unions and interfaces', () => {
    const schema = `
      type Query { a: [U!]! @aws_api_key }
      union U = A
      type A @aws_api_key { i: I }
      interface I { n: N @aws_api_key }
      type B implements I @aws_api_key { n: N }
      type N { x: Int }`;
    expect(refusal(schema)).toThrow('N lacks @aws_api_key, but Query.a returns it in that mode.');
  });

  test('requires the modes on the fields of an interface too', () => {
    const schema = `
      type Query { a: [U!]! @aws_api_key @aws_cognito_user_pools }
      union U = A
      interface I { n: Int m: Int @aws_api_key }
      type A implements I @aws_api_key @aws_cognito_user_pools { n: Int m: Int }`;
    expect(refusal(schema)).toThrow(/I lacks @aws_api_key on n,.*\n.*I lacks @aws_cognito_user_pools on n, m, but Query\.a/);
  });

  test('ends on types that hold each other', () => {
    expect(refusal('type Query { a: A @aws_api_key } type A @aws_api_key { a: A }')).not.toThrow();
  });

  test('names a directive of a mode that the API does not have', () => {
    expect(refusal('type Query { a: Int @aws_iam }')).toThrow('a has @aws_iam, but the API has no such mode.');
  });
});
