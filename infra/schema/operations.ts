import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { basename } from 'node:path/posix';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { rootFields } from './sdl.ts';

/** The functions that serve the API. Also the names of the folders under `resolvers/operations`. */
export const functionNames = ['user', 'account', 'recovery', 'sign-up', 'gpt'] as const;

export type FunctionName = (typeof functionNames)[number];

/** Those that a stage may have off. */
type OptionalFunctionName = 'gpt';

/** Something of each function that the stage has. */
export type PerFunction<T> = { readonly [Name in Exclude<FunctionName, OptionalFunctionName>]: T } & {
  readonly [Name in OptionalFunctionName]?: T;
};

export interface RootField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly function: FunctionName;
}

/**
 * Which function serves each field of Query and Mutation: the one whose folder has `<field>.ts`, in whichever
 * of its rooms. Throws an error that names every field
 * without a file, every field with two, and every file without a field.
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

/** Paths below the folder, without their ending. `index.ts` gathers the operations of a folder and is none. */
function operationFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.ts') && path !== 'index.ts')
    .map((path) => path.slice(0, -'.ts'.length))
    .sort();
}
