import { globSync, readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountField } from '../../../resolvers/call/fields.ts';
import { commonCauses, type World } from '../../support/account/common-causes.ts';
import { accountFields } from '../../support/account/fields.ts';
import { ownCauses } from '../../support/account/own-causes.ts';
import { withGoogle } from '../../support/infra/federation.ts';
import { standOnTheWay } from '../../support/local/on-the-way.ts';
import { refused } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';

const source = readFileSync('schema.graphql', 'utf8');
const descriptions = new Map(
  parse(source).definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(type.name.value)
      ? (type.fields ?? []).map(({ name, description }) => [name.value, description?.value ?? ''] as const)
      : [],
  ),
);
const codesIn = (text: string): string[] => [...text.matchAll(/`([A-Z][A-Z_]{4,})`/g)].map(([, code = '']) => code);
/** The errors of every field, according to the beginning of the schema. */
const always = codesIn(/Each field lists the errors (.*?)\.\n/s.exec(source)?.[1] ?? '');

/** The errors of a field, according to the schema. */
function documented(field: string): string[] {
  const description = descriptions.get(field) ?? '';
  return codesIn(description.slice(description.indexOf('Errors:')));
}

// True: the keys are those of the object.
const fields = Object.keys(accountFields) as AccountField[];
const owns = fields.flatMap((field) => Object.keys(ownCauses[field] ?? {}).map((code) => ({ field, code })));
const isOwn = (field: AccountField, code: string): boolean => Object.hasOwn(ownCauses[field] ?? {}, code);

let world: World;

beforeAll(async () => {
  const onTheWay = await standOnTheWay();
  const system = await startStage(
    {
      passwords: { historySize: 1 },
      signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'] },
      mfa: { recoveryCodes: true },
      activity: { days: 7 },
      federation: withGoogle,
      tokens: { accessMinutes: 60, idMinutes: 60, sessions: {} },
    },
    { serviceEndpoint: onTheWay.url },
  );
  onTheWay.leadTo(system.runtime.outputs.CognitoEndpoint);
  const bare = await startStage({ signIn: { plan: 'LITE', flows: ['USER_PASSWORD_AUTH'] }, mfa: { mode: 'OFF', types: [] } });
  world = { system, bare, onTheWay };
});
afterAll(async () => {
  await Promise.all([world?.system.close(), world?.bare.close()]);
  world?.onTheWay.close();
});

test('every code that the schema documents for a signed-in field has a cause here, and no other', () => {
  expect(always).toEqual(expect.arrayContaining(['TOO_MANY_REQUESTS', 'UNAVAILABLE', 'FORBIDDEN', 'INTERNAL']));
  const missing = fields.flatMap((field) =>
    documented(field)
      .filter((code) => !isOwn(field, code) && !Object.hasOwn(commonCauses, code))
      .map((code) => `${field}: ${code}`),
  );
  expect(missing).toEqual([]);
  const superfluous = owns.filter(({ field, code }) => !documented(field).includes(code));
  expect(superfluous).toEqual([]);
  expect(fields.filter((field) => documented(field).length === 0)).toEqual([]);
});

test('every signed-in field is in a story of success too', () => {
  const stories = globSync('test/e2e/**/*.test.ts', { exclude: ['test/e2e/account/account-refusals.test.ts'] });
  const told = [...stories, 'test/support/stories.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
  const document = (field: string): string => `send(${field.charAt(0).toUpperCase()}${field.slice(1)}Document`;
  expect(fields.filter((field) => !told.includes(document(field)))).toEqual([]);
});

describe('whatever the field', { tags: ['exhaustive'] }, () => {
  test.each(Object.entries(commonCauses))('%s', { timeout: 60_000 }, async (code, cause) => {
    const attempt = await cause(world);
    const concerned = fields.filter(
      (field) => (documented(field).includes(code) && !isOwn(field, code)) || (always.includes(code) && !isOwn(field, code)),
    );
    expect(concerned.length).toBeGreaterThan(0);
    const answers: Record<string, string | undefined> = {};
    for (const field of concerned) answers[field] = refused(await attempt(accountFields[field])).errorType;
    expect(answers).toEqual(Object.fromEntries(concerned.map((field) => [field, code])));
  });
});

describe('of its own', () => {
  test.each(owns)('$field: $code', { timeout: 60_000 }, async ({ field, code }) => {
    const answer = await ownCauses[field]?.[code]?.(world);
    expect(answer && refused(answer)).toMatchObject({ errorType: code, errorInfo: { requestId: expect.any(String) } });
  });
});
