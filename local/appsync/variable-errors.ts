import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getLocation,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { javaClass } from './java-print.ts';
import { type RequestError, requestError } from './request-error.ts';
import { ScalarError } from './scalars.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What AppSync has against the variables of a request, in its words. Empty when they fit. */
export function variableErrors(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): RequestError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    return type === undefined || !isInputType(type) ? [] : errorsOf(definition, type, variables);
  });
}

function errorsOf(definition: VariableDefinitionNode, type: GraphQLInputType, variables: Variables): RequestError[] {
  const name = definition.variable.name.value;
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const positions = definition.loc === undefined ? undefined : [getLocation(definition.loc.source, definition.loc.start)];
  const coercedNull = `Variable '${name}' has coerced Null value for NonNull type '${String(type)}'`;
  if (value === undefined || value === null) {
    return isNonNullType(type) && (value === null || definition.defaultValue === undefined)
      ? [requestError(coercedNull, positions)]
      : [];
  }
  const errors: RequestError[] = [];
  coerceInputValue(value, type, (path, invalid, error) => {
    const undefinedField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message);
    if (undefinedField !== null) {
      // The blank at the end, and the missing location, are AppSync's.
      const text = `The variables input contains a field name '${undefinedField[1]}' that is not defined for input object type '${undefinedField[2]}' `;
      errors.push(requestError(text, undefined));
      return;
    }
    // A null inside an object is blamed on the variable that holds it (aws-appsync-community#406).
    const nullType =
      /^Expected non-nullable type "(.+)" not to be null|^Field "\w+" of required type "(.+)" was not provided/.exec(
        error.message,
      );
    if (nullType !== null) {
      errors.push(
        requestError(`Variable '${name}' has coerced Null value for NonNull type '${nullType[1] ?? nullType[2]}'`, positions),
      );
      return;
    }
    const field = path.findLast((key) => typeof key === 'string') ?? name;
    errors.push(requestError(`Variable '${field}' has an invalid value. ${complaint(error, invalid)}`, positions));
  });
  return errors;
}

function complaint(error: Error & { originalError?: Error | undefined }, invalid: unknown): string {
  if (error.originalError instanceof ScalarError) return error.originalError.message;
  const enumType = /(?:in "|Enum ")(\w+)"/.exec(error.message)?.[1];
  if (enumType !== undefined) return `Invalid input for Enum '${enumType}'. No value found for name '${String(invalid)}'`;
  const objectType = /^Expected type "(\w+)" to be an object/.exec(error.message)?.[1];
  if (objectType !== undefined)
    return `Expected type 'Map' but was '${javaClass(invalid)}'. Variables for input objects must be an instance of type 'Map'.`;
  const scalarType = /^(\w+) cannot represent/.exec(error.message)?.[1];
  return `Expected type '${scalarType ?? 'unknown'}' but was '${javaClass(invalid)}'.`;
}
