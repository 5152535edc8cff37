import { readFileSync } from 'node:fs';
import {
  AdminAddUserToGroupCommand,
  type AdminAddUserToGroupCommandInput,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  ListGroupsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { buildSchema, type GraphQLField, getNamedType, isCompositeType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LoginDocument } from '../../examples/generated/operations.ts';
import { type ConfirmedPerson, confirmedPerson } from '../clients/people.ts';
import { awsCommands } from '../docs/aws-commands.ts';
import { adminCalls } from '../support/resolvers/administrators.ts';
import { type ApiError, succeeded } from '../support/send.ts';
import { expectTokens } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;
let cognito: CognitoIdentityProviderClient;

beforeAll(async () => {
  system = await startSystem();
  const { CognitoEndpoint: endpoint, Region: region, UserPoolId } = system.runtime.outputs;
  cognito = new CognitoIdentityProviderClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'staff' }));
});
afterAll(async () => {
  cognito?.destroy();
  await system?.close();
});

const schema = buildSchema(['appsync.graphql', 'schema.graphql'].map((file) => readFileSync(file, 'utf8')).join('\n'));

/** The root fields that only a group may call, each with its document. */
const documents = new Map(
  (['query', 'mutation'] as const).flatMap((operation) => {
    const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {})
      .filter(({ astNode }) =>
        astNode?.directives?.some(({ arguments: given }) => given?.some(({ name }) => name.value === 'cognito_groups')),
      )
      .map((field) => [field.name, parse(documentOf(operation, field))] as const);
  }),
);

function documentOf(operation: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
  const declared = args.map((each) => `$${each.name}: ${each.type}`).join(', ');
  const given = args.map((each) => `${each.name}: $${each.name}`).join(', ');
  return `${operation} (${declared}) { ${name}(${given}) ${isCompositeType(getNamedType(type)) ? '{ __typename }' : ''} }`;
}

/** The answer of each administrators' field to this token, about another user: the type of the error, or null. */
async function answers(token: string | undefined, about: string): Promise<ReadonlyMap<string, readonly (string | undefined)[]>> {
  const found = new Map<string, readonly (string | undefined)[]>();
  for (const [field, args] of Object.entries(adminCalls(about))) {
    const document = documents.get(field);
    if (document === undefined) throw new Error(`${field} is open to everybody.`);
    const { errors } = await system.send(document, args, token);
    found.set(
      field,
      errors.map((error: ApiError) => error.errorType),
    );
  }
  return found;
}

const kinds = (found: Awaited<ReturnType<typeof answers>>) => [...new Set([...found.values()].flat())];

async function tokenOf({ username, password }: ConfirmedPerson): Promise<string> {
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login).accessToken;
}

const join = (Username: string, GroupName: string) =>
  cognito.send(new AdminAddUserToGroupCommand({ UserPoolId: system.runtime.outputs.UserPoolId, Username, GroupName }));

/** Everything in the pool that the fields of administrators could have changed. */
async function pool(username: string): Promise<unknown> {
  const { UserPoolId } = system.runtime.outputs;
  const [user, memberships, groups, users] = await Promise.all([
    cognito.send(new AdminGetUserCommand({ UserPoolId, Username: username })),
    cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: username })),
    cognito.send(new ListGroupsCommand({ UserPoolId })),
    cognito.send(new ListUsersCommand({ UserPoolId })),
  ]);
  return [user, memberships, groups, users].map(({ $metadata: _, ...answer }) => answer);
}

test('every field of administrators is called here, and no other', () => {
  expect(Object.keys(adminCalls('x')).toSorted()).toEqual([...documents.keys()].toSorted());
});

describe('every field of administrators is refused, and does nothing,', () => {
  let victim: ConfirmedPerson;
  beforeAll(async () => {
    victim = await confirmedPerson(system);
  });

  async function expectRefused(token: string | undefined, by: string): Promise<void> {
    const before = await pool(victim.username);
    const found = await answers(token, victim.username);
    expect([...found].filter(([, errors]) => errors.length !== 1)).toEqual([]);
    expect(kinds(found)).toEqual([by]);
    expect(await pool(victim.username)).toEqual(before);
  }

  test('at AppSync: with an API key', () => expectRefused(undefined, 'Unauthorized'));

  test('at AppSync: for a user in no group', async () => {
    await expectRefused(await tokenOf(await confirmedPerson(system)), 'Unauthorized');
  });

  test('at AppSync: for a user in another group', async () => {
    const person = await confirmedPerson(system);
    await join(person.username, 'staff');
    await expectRefused(await tokenOf(person), 'Unauthorized');
  });

  test('at AppSync: with a token from before its user became an administrator', async () => {
    const person = await confirmedPerson(system);
    const token = await tokenOf(person);
    await join(person.username, 'admin');
    await expectRefused(token, 'Unauthorized');
  });

  test('after its user ceased to be one: by the function while the token names the group, then at AppSync', async () => {
    const person = await confirmedPerson(system);
    const { username: Username } = person;
    await join(Username, 'admin');
    const token = await tokenOf(person);
    const { UserPoolId } = system.runtime.outputs;
    await cognito.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName: 'admin' }));
    await expectRefused(token, 'FORBIDDEN');
    await expectRefused(await tokenOf(person), 'Unauthorized');
  });
});

test('the documented command makes the first administrator, to whom every field is open after the next sign-in', async () => {
  const person = await confirmedPerson(system);
  const [command] = awsCommands('docs/operations.md').filter(({ operation }) => operation === 'AdminAddUserToGroup');
  const { UserPoolId } = system.runtime.outputs;
  expect(command?.options).toEqual({ UserPoolId: '<UserPoolId>', GroupName: 'admin', Username: 'ada' });
  const input = { ...command?.options, UserPoolId, Username: person.username };
  await cognito.send(new AdminAddUserToGroupCommand(input as AdminAddUserToGroupCommandInput)); // they are, see above
  const found = await answers(await tokenOf(person), 'nobody');
  expect(kinds(found)).not.toContain('Unauthorized');
  expect(kinds(found)).not.toContain('FORBIDDEN');
  expect(found.get('users')).toEqual([]);
});
