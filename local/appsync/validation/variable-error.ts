import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  getLocation,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { type RequestError, requestError } from '../request/request-error.ts';
import { javaClass, javaValue } from '../schema/java-print.ts';
import { ScalarError } from '../schema/scalars.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * AppSync's error about the variables of a request; undefined if they are valid. Its engine stops at the first fault.
 * It checks the variables in order, and in an input object the unknown keys before the fields of the type.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.variables
 */
export function variableError(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): RequestError | undefined {
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type);
    const error = isInputType(type) ? errorOf(definition, type, variables) : undefined;
    if (error !== undefined) return error;
  }
  return undefined;
}

function errorOf(definition: VariableDefinitionNode, type: GraphQLInputType, variables: Variables): RequestError | undefined {
  const name = definition.variable.name.value;
  const isGiven = Object.hasOwn(variables, name);
  if (!isGiven && definition.defaultValue !== undefined) return undefined;
  const fault = firstFault(name, isGiven ? variables[name] : null, type);
  if (fault === undefined) return undefined;
  const positions = definition.loc && [getLocation(definition.loc.source, definition.loc.start)];
  if (fault.kind === 'unknown') return requestError(fault.message, undefined);
  if (fault.kind === 'invalid') return requestError(fault.message, positions);
  // For a null inside an object, AppSync names the variable around it.
  return requestError(`Variable '${name}' has coerced Null value for NonNull type '${fault.type}'`, positions);
}

type Fault =
  | { readonly kind: 'null'; readonly type: string }
  | { readonly kind: 'unknown'; readonly message: string }
  | { readonly kind: 'invalid'; readonly message: string };

/** `name` is the name of the variable, or of the input field inside it. */
function firstFault(name: string, value: unknown, type: GraphQLInputType): Fault | undefined {
  const isNull = value === null || value === undefined;
  if (isNonNullType(type)) return isNull ? { kind: 'null', type: String(type) } : firstFault(name, value, type.ofType);
  if (isNull) return undefined;
  if (isListType(type)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const fault = firstFault(name, item, type.ofType);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
  if (isInputObjectType(type)) return objectFault(name, value, type);
  const complaint = leafComplaint(value, type);
  return complaint === undefined ? undefined : invalid(name, complaint);
}

function objectFault(name: string, value: unknown, type: GraphQLInputObjectType): Fault | undefined {
  if (!isRecord(value)) {
    const complaint = `Expected type 'Map' but was '${javaClass(value)}'. Variables for input objects must be an instance of type 'Map'.`;
    return invalid(name, complaint);
  }
  const fields = type.getFields();
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined) {
    // AppSync's text ends with a space, and the error has no location.
    const message = `The variables input contains a field name '${unknown}' that is not defined for input object type '${type.name}' `;
    return { kind: 'unknown', message };
  }
  for (const field of Object.values(fields)) {
    const isGiven = Object.hasOwn(value, field.name);
    const fault = isGiven || isRequiredInputField(field) ? firstFault(field.name, value[field.name], field.type) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function invalid(name: string, complaint: string): Fault {
  return { kind: 'invalid', message: `Variable '${name}' has an invalid value. ${complaint}` };
}

function leafComplaint(value: unknown, type: GraphQLLeafType): string | undefined {
  try {
    if (type.parseValue(value) !== undefined) return undefined;
  } catch (error) {
    if (error instanceof ScalarError) return error.message;
  }
  return isEnumType(type)
    ? `Invalid input for Enum '${type.name}'. No value found for name '${javaValue(value)}'`
    : `Expected type '${type.name}' but was '${javaClass(value)}'.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
