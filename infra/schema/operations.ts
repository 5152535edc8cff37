import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { basename } from 'node:path/posix';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { rootFields } from './sdl.ts';

/** The functions that serve the API. The folders under `resolvers/operations` have the same names. */
export const functionNames = ['user', 'account', 'recovery', 'sign-up', 'admin', 'gpt'] as const;

export type FunctionName = (typeof functionNames)[number];

/** The functions that a stage may disable. */
type OptionalFunctionName = 'admin' | 'gpt';

/** A value for each function of a stage. */
export type PerFunction<T> = { readonly [Name in Exclude<FunctionName, OptionalFunctionName>]: T } & {
  readonly [Name in OptionalFunctionName]?: T;
};

export interface RootField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly function: FunctionName;
}

/**
 * Finds the function that serves each field of Query and Mutation: the one whose folder, or a subfolder of it, has
 * `<field>.ts`. Throws an error that names every field without a file, every field with two, and every file without a
 * field.
 */
export function locateOperations(schema: string, folder: string): readonly RootField[] {
  const files = functionNames.flatMap((name) =>
    operationFiles(join(folder, name)).map((path) => ({ fieldName: basename(path), path: `${name}/${path}.ts`, function: name })),
  );
  const fields = rootFields(schema);
  const problems = [
    ...fields.flatMap(({ typeName, fieldName }) => {
      const found = files.filter((file) => file.fieldName === fieldName).map(({ path }) => path);
      if (found.length === 1) return [];
      return found.length === 0
        ? [`${typeName}.${fieldName} has no operation: add ${fieldName}.ts to one of ${functionNames.join(', ')}.`]
        : [`${typeName}.${fieldName} has more than one operation: ${found.join(' and ')}.`];
    }),
    ...files
      .filter((file) => !fields.some(({ fieldName }) => fieldName === file.fieldName))
      .map(({ path }) => `${path} serves no field of Query or Mutation.`),
  ];
  if (problems.length > 0) throw new ConfigurationError('resolvers/operations and schema.graphql differ:', problems);
  return fields.flatMap((field) => {
    const file = files.find(({ fieldName }) => fieldName === field.fieldName);
    return file === undefined ? [] : [{ ...field, function: file.function }];
  });
}

/** Paths below the folder, without their extension. `index.ts` only lists the operations of a folder. */
function operationFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.ts') && path !== 'index.ts')
    .map((path) => path.slice(0, -'.ts'.length))
    .sort();
}
