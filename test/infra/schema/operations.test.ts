import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { functionNames, locateOperations } from '../../../infra/schema/operations.ts';

const schema = 'type Query { me: Int gpt: Int } type Mutation { signUp: Int } type Other { x: Int }';

function folderOf(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'operations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of [...files, ...functionNames.map((name) => `${name}/index.ts`)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

describe('locateOperations', () => {
  test('finds the function of each field of Query and Mutation, in any of its folders', () => {
    expect(locateOperations(schema, folderOf('account/profile/me.ts', 'gpt/gpt.ts', 'sign-up/signUp.ts'))).toEqual([
      { typeName: 'Query', fieldName: 'me', function: 'account' },
      { typeName: 'Query', fieldName: 'gpt', function: 'gpt' },
      { typeName: 'Mutation', fieldName: 'signUp', function: 'sign-up' },
    ]);
  });

  test('names a field without an operation', () => {
    expect(() => locateOperations(schema, folderOf('gpt/gpt.ts', 'sign-up/signUp.ts'))).toThrow('Query.me has no operation');
  });

  test('names a field with two operations', () => {
    expect(() => locateOperations(schema, folderOf('user/me.ts', 'gpt/gpt.ts', 'user/gpt.ts', 'sign-up/signUp.ts'))).toThrow(
      'Query.gpt has more than one operation: user/gpt.ts and gpt/gpt.ts.',
    );
  });

  test('names a file without a field', () => {
    expect(() => locateOperations(schema, folderOf('user/me.ts', 'gpt/gpt.ts', 'sign-up/signUp.ts', 'user/signout.ts'))).toThrow(
      'user/signout.ts serves no field of Query or Mutation.',
    );
  });

  test('the project has one for each', () => {
    const project = fileURLToPath(new URL('../../../', import.meta.url));
    const text = readFileSync(join(project, 'schema.graphql'), 'utf8');
    expect(locateOperations(text, join(project, 'resolvers', 'operations')).length).toBeGreaterThan(12);
  });
});
