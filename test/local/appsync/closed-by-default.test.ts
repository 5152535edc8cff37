import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { toAppSyncDialect } from '../../../infra/schema/sdl.ts';
import { apiKey, createTestApi, resolver, type TestApi } from './api.ts';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const source = read('schema.graphql');
const types = Object.values(buildSchema(`${read('appsync.graphql')}\n${source}`).getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));

/** Everybody who gets in: the API key, a user, and a user of a group. */
const callers: readonly ((api: TestApi) => Promise<Record<string, string>>)[] = [
  async () => ({ 'x-api-key': apiKey }),
  async (api) => ({ authorization: await api.sign() }),
  async (api) => ({ authorization: await api.sign({ 'cognito:groups': ['admin'] }) }),
];

/** The deployed schema with one more field that everybody may call: `Query.probe`, which leads to the type. */
function probing(typeName: string, document = parse(source)): string {
  const isRoot = typeName === 'Query' || typeName === 'Mutation';
  const probe = `type Query { probe: ${isRoot ? 'String' : typeName} @aws_api_key @aws_cognito_user_pools }`;
  const fields = parse(probe).definitions.flatMap((type) => (type.kind === Kind.OBJECT_TYPE_DEFINITION ? type.fields : []) ?? []);
  return toAppSyncDialect(
    print(
      visit(document, {
        ObjectTypeDefinition: (node) =>
          node.name.value === 'Query' && !isRoot ? { ...node, fields: [...(node.fields ?? []), ...fields] } : undefined,
      }),
    ),
  );
}

/** The same, where the type says nowhere who may read it. */
function silent(typeName: string): string {
  const withoutDirectives = visit(parse(source), {
    ObjectTypeDefinition: (node) =>
      node.name.value === typeName
        ? { ...node, directives: [], fields: (node.fields ?? []).map((field) => ({ ...field, directives: [] })) }
        : undefined,
  });
  return probing(typeName, withoutDirectives);
}

function selecting(typeName: string, field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => `${name}: ${literal(type)}`);
  const selection = `${field.name}${required.length > 0 ? `(${required.join(', ')})` : ''}${
    isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  }`;
  if (typeName === 'Mutation') return `mutation { ${selection} }`;
  return typeName === 'Query' ? `{ ${selection} }` : `{ probe { ${selection} } }`;
}

const literals: ReadonlyMap<string, string> = new Map([
  ['Boolean', 'true'],
  ['Int', '1'],
  ['AWSJSON', '"{}"'],
]);

/** Any value that the type takes. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return literals.get(type.name) ?? '"x"';
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
}

function apiOf(definition: string): Promise<TestApi> {
  const probe = { ...resolver('Query.probe', 'return { payload: {} };', 'return {};'), dataSource: { type: 'NONE' } as const };
  return createTestApi({ definition, resolvers: definition.includes('probe:') ? [probe] : [] });
}

/** What each of the callers is told. */
function refusals(api: TestApi, typeName: string, field: GraphQLField<unknown, unknown>): Promise<string[]> {
  return Promise.all(
    callers.map(async (caller) => {
      const { json } = await api.send({ query: selecting(typeName, field) }, await caller(api));
      const { errors = [] } = json as { errors?: { message: string }[] };
      return errors.map(({ message }) => message).find((message) => message.startsWith('Not Authorized')) ?? 'no refusal';
    }),
  );
}

/** Whether a field is for administrators alone: its own directives count, or else those of its type. */
function isForAdministrators(typeName: string, { astNode }: GraphQLField<unknown, unknown>): boolean {
  const type = types.find(({ name }) => name === typeName);
  const directives = astNode?.directives?.length ? astNode.directives : (type?.astNode?.directives ?? []);
  return directives.some((directive) => print(directive).includes('cognito_groups'));
}

describe.each(types.map((type) => [type.name, Object.entries(type.getFields())] as const))('%s', (typeName, fields) => {
  test('is closed to everybody, field by field, where it names no mode', async () => {
    const api = await apiOf(silent(typeName));
    for (const [name, field] of fields) {
      const refusal = `Not Authorized to access ${name} on type ${typeName}`;
      expect(await refusals(api, typeName, field)).toEqual(callers.map(() => refusal));
    }
  });

  test('is open as it is deployed, so that the refusals are those of the missing mode', async () => {
    const api = await apiOf(probing(typeName));
    for (const [name, field] of fields) {
      const isClosed = isForAdministrators(typeName, field);
      const toUser = isClosed ? `Not Authorized to access ${name} on type ${typeName}` : 'no refusal';
      expect((await refusals(api, typeName, field)).slice(1)).toEqual([toUser, 'no refusal']);
    }
  });
});
