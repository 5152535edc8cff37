import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { rootFields } from './sdl.ts';

/** The functions that serve the API: one for each set of rights. Also the names of the folders under `resolvers/operations`. */
export const functionNames = ['user', 'sign-up', 'gpt'] as const;

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
 * Which function serves each field of Query and Mutation: the one whose folder has `<field>.ts`. Throws an error that names every field
 * without a file, every field with two, and every file without a field.
 */
export function locateOperations(schema: string, folder: string): readonly RootField[] {
  const files = functionNames.flatMap((name) =>
    operationFiles(join(folder, name)).map((fieldName) => ({ fieldName, function: name })),
  );
  const fields = rootFields(schema);
  const problems = [
    ...fields.flatMap(({ typeName, fieldName }) => {
      const found = files.filter((file) => file.fieldName === fieldName).map((file) => `${file.function}/${fieldName}.ts`);
      if (found.length === 1) return [];
      return found.length === 0
        ? [`${typeName}.${fieldName} has no operation: add ${fieldName}.ts to one of ${functionNames.join(', ')}.`]
        : [`${typeName}.${fieldName} has more than one operation: ${found.join(' and ')}.`];
    }),
    ...files
      .filter((file) => !fields.some(({ fieldName }) => fieldName === file.fieldName))
      .map((file) => `${file.function}/${file.fieldName}.ts serves no field of Query or Mutation.`),
  ];
  if (problems.length > 0) throw new ConfigurationError('resolvers/operations and schema.graphql differ:', problems);
  return fields.flatMap((field) => {
    const file = files.find(({ fieldName }) => fieldName === field.fieldName);
    return file === undefined ? [] : [{ ...field, function: file.function }];
  });
}

/** `index.ts` gathers the operations of a folder and is none. */
function operationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}
