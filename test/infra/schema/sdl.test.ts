import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { toAppSyncDialect } from '../../../infra/schema/sdl.ts';
import { only } from '../../../infra/template/template.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const source = read('schema.graphql');
const declarations = read('appsync.graphql');
const dialect = toAppSyncDialect(source);
const root = 'type Query { a: String }';

describe('the schema that is deployed', () => {
  test('is the one in the template', () => {
    expect(only(stageTemplate({ stage: 'dev' }), 'AWS::AppSync::GraphQLSchema').Properties['Definition']).toBe(dialect);
  });

  test('is the schema, directives and all, but for the texts', () => {
    expect(withoutDescriptions(dialect)).toBe(withoutDescriptions(source));
  });

  test('holds no string descriptions', () => {
    expect(dialect).not.toContain('"""');
    for (const line of dialect.split('\n').filter((text) => !text.trimStart().startsWith('#'))) expect(line).not.toMatch(/^\s*"/);
  });

  test('holds nothing but values inside an enum', () => {
    const bodies = [...dialect.matchAll(/^enum \w+ \{\n([^}]*)\}/gm)].map(([, body]) => body ?? '');
    expect(bodies.length).toBeGreaterThan(5);
    for (const body of bodies) expect(body).toMatch(/^( {2}[A-Z_]+\n)+$/);
  });

  test('has no empty comment', () => {
    expect(dialect).not.toMatch(/#\s*$/m);
  });

  test('defines and extends nothing that is built in', () => {
    expect(dialect).not.toMatch(/^(scalar|directive|extend) /m);
  });

  test('is far below the 1 MB of AppSync', () => {
    expect(Buffer.byteLength(dialect)).toBeLessThan(100_000);
  });

  test('has no type that nothing refers to', () => {
    const { definitions } = parse(dialect);
    const names = definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : []));
    const referred = new Set<string>();
    visit(parse(dialect), { NamedType: ({ name }) => void referred.add(name.value) });
    expect(names.filter((name) => !referred.has(name))).toEqual([]);
  });

  test('is a valid schema', () => {
    expect(() => buildSchema(`${declarations}\n${dialect}`)).not.toThrow();
  });
});

describe('toAppSyncDialect', () => {
  test('puts descriptions into comments before types, fields and input fields', () => {
    const text = `
      """
      First line.

      Second line.
      """
      type Query { "The field." a(x: In): String }
      input In { "The input." y: Int = 3 }`;
    expect(toAppSyncDialect(text)).toBe(`schema {
  query: Query
}

# First line.
# Second line.
type Query {
  # The field.
  a(x: In): String
}

input In {
  # The input.
  y: Int = 3
}
`);
  });

  test('moves the texts of enum values above the enum', () => {
    const text = `${root} "Colours." enum E { "Like blood." RED GREEN "Like the sea." BLUE }`;
    expect(toAppSyncDialect(text)).toContain(`# Colours.
# RED: Like blood.
# BLUE: Like the sea.
enum E {
  RED
  GREEN
  BLUE
}`);
  });

  test('moves the texts of arguments to their field, so that the list is plain', () => {
    expect(toAppSyncDialect('type Query { "What." a("How many." n: Int = 1, m: [ID!]): String }')).toContain(`  # What.
  # n: How many.
  a(n: Int = 1, m: [ID!]): String`);
  });

  test('drops an empty description', () => {
    expect(toAppSyncDialect('"" type Query { """ """ a: String }')).not.toContain('#');
  });

  test('keeps interfaces, unions, directives and deprecations', () => {
    const text = `
      type Query @aws_api_key { a: U @aws_api_key @deprecated(reason: "old") }
      interface I { x: Int } interface J { y: Int }
      type A implements I & J @aws_api_key { x: Int y: Int }
      type B { z: Int } union U = A | B
      type Subscription { s: A @aws_subscribe(mutations: ["m"]) }`;
    const result = toAppSyncDialect(text);
    expect(result).toContain('type A implements I & J @aws_api_key {');
    expect(result).toContain('union U = A | B');
    expect(result).toContain('a: U @aws_api_key @deprecated(reason: "old")');
    expect(result).toContain('@aws_subscribe(mutations: ["m"])');
  });
});

describe('what AppSync refuses is refused by name', () => {
  test.each([
    ['a schema without Query', 'type Mutation { a: String }', 'There is no type Query.'],
    ['extend type', `${root} extend type Query { b: Int }`, 'an extension of Query'],
    ['extend interface', `${root} interface I { x: Int } extend interface I { y: Int }`, 'an extension of I'],
    ['extend enum', `${root} enum E { A } extend enum E { B }`, 'an extension of E'],
    ['extend input', `${root} input N { x: Int } extend input N { y: Int }`, 'an extension of N'],
    ['extend union', `${root} union U = Query extend union U = Query`, 'an extension of U'],
    ['extend scalar', `${root} extend scalar AWSJSON @x`, 'an extension of AWSJSON'],
    ['extend schema', `${root} extend schema { mutation: Query }`, 'extend schema'],
    ['a directive definition', `${root} directive @x on OBJECT`, 'directive @x is defined'],
    ['a custom scalar', `${root} scalar Money`, 'scalar Money: AppSync has only its own scalars.'],
    ['a repeated AWS scalar', `${root} scalar AWSJSON`, 'scalar AWSJSON is declared; AppSync has it built in.'],
    ['a reserved name', `${root} type AWSThing { a: Int }`, 'AWSThing: names that begin with AWS'],
    [
      'an interface of an interface',
      `${root} interface I { x: Int } interface J implements I { x: Int }`,
      'interface J implements another',
    ],
    ['an unknown directive', 'type Query { a: String @cost(weight: 1) }', '@cost is not a directive that AppSync knows'],
    ['@oneOf', `${root} input N @oneOf { x: Int }`, 'N: @oneOf'],
    ['@specifiedBy', `${root} scalar S @specifiedBy(url: "x")`, 'scalar S'],
    ['@aws_auth', 'type Query { a: String @aws_auth(cognito_groups: ["g"]) }', 'Query.a: @aws_auth is ignored'],
    ['an AWS directive on an enum', `${root} enum E @aws_api_key { A }`, 'E: @aws_api_key is not allowed here'],
    ['an AWS directive on an input', `${root} input N @aws_api_key { x: Int }`, 'N: @aws_api_key is not allowed here'],
    ['an AWS directive on a union', `${root} union U @aws_api_key = Query`, 'U: @aws_api_key is not allowed here'],
    ['an AWS directive on an interface', `${root} interface I @aws_api_key { x: Int }`, 'I: @aws_api_key is not allowed here'],
    ['@deprecated on an argument', 'type Query { a(x: Int @deprecated): String }', 'Query.a(x): @deprecated is not allowed here'],
    ['@deprecated on an input field', `${root} input N { x: Int @deprecated }`, 'N.x: @deprecated is not allowed here'],
    ['@deprecated on an enum value', `${root} enum E { A @deprecated }`, 'E.A: @deprecated is not allowed here'],
    [
      'a block string as default',
      'type Query { a(x: String = """t"""): String }',
      'Query.a(x): the default value is a block string',
    ],
    [
      'a root type of another name',
      'schema { query: Root } type Root { a: Int } type Query { a: Int }',
      'the query type is named Root',
    ],
    ['a query in the file', `${root} query Q { a }`, `${Kind.OPERATION_DEFINITION} is not allowed`],
  ])('%s', (_, schema, message) => {
    expect(() => toAppSyncDialect(schema)).toThrow(message);
  });

  test('reports all problems at once', () => {
    expect(() => toAppSyncDialect('scalar A scalar B')).toThrow(/no type Query[\s\S]*scalar A[\s\S]*scalar B/);
  });

  test('text that is not SDL is refused with its location', () => {
    expect(() => toAppSyncDialect('type Query {')).toThrow('Syntax Error');
  });
});

function withoutDescriptions(text: string): string {
  return print(
    visit(parse(text), {
      enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
    }),
  );
}
