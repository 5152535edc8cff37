import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  print,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { javaLiteral } from '../schema/java-print.ts';
import type { Violation } from './violations.ts';

/** A literal that does not fit: graphql-java's text, and the argument or variable definition that contains it. */
interface WrongValue {
  readonly violation: Violation;
  readonly holder: ASTNode;
}

/**
 * What is wrong with a literal in an argument or with the default value of a variable; undefined for another kind of
 * violation.
 */
export function wrongValue(
  schema: GraphQLSchema,
  document: DocumentNode,
  error: GraphQLError,
  ancestors: readonly ASTNode[],
): WrongValue | undefined {
  if (!fromValueRule(error.message)) return undefined;
  const holder = ancestors.findLast((node) => node.kind === Kind.ARGUMENT || node.kind === Kind.VARIABLE_DEFINITION);
  if (holder?.kind === Kind.VARIABLE_DEFINITION && holder.defaultValue !== undefined) {
    const text = `Bad default value ${javaLiteral(holder.defaultValue)} for type ${print(holder.type)}`;
    return { violation: ['BadValueForDefaultArg', text], holder };
  }
  if (holder?.kind !== Kind.ARGUMENT) return undefined;
  const expected = expectedType(schema, document, holder);
  return expected && { violation: ['WrongType', mismatch(holder.name.value, holder.value, expected)], holder };
}

/** The messages of graphql-js's ValuesOfCorrectTypeRule: its own, and those of scalars and enums. */
function fromValueRule(message: string): boolean {
  return /^Expected value of type |^Field "\w+\.\w+" of required type |^Field "\w+" is not defined by type |cannot represent |^Value "\w+" does not exist in |^Unable to parse /.test(
    message,
  );
}

function expectedType(schema: GraphQLSchema, document: DocumentNode, argument: ArgumentNode): GraphQLInputType | undefined {
  const typeInfo = new TypeInfo(schema);
  let expected: GraphQLInputType | undefined;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Argument(node) {
        if (node === argument) expected = typeInfo.getInputType() ?? undefined;
      },
    }),
  );
  return expected;
}

/**
 * graphql-java stops at the first fault inside the argument, and names the path to it: `input.items[0]`. It shows the
 * value at fault if that is a scalar, an enum or null, and otherwise the whole argument (`ArgumentValidationUtil`).
 */
function mismatch(name: string, argument: ValueNode, type: GraphQLInputType): string {
  const found = firstFault(name, argument, type) ?? { name, complaint: `is not a valid '${String(type)}'` };
  return `argument '${found.name}' with value '${javaLiteral(found.value ?? argument)}' ${found.complaint}`;
}

interface Fault {
  readonly name: string;
  readonly value?: ValueNode;
  readonly complaint: string;
}

function firstFault(name: string, value: ValueNode, type: GraphQLInputType): Fault | undefined {
  if (value.kind === Kind.VARIABLE) return undefined;
  if (isNonNullType(type))
    return value.kind === Kind.NULL ? { name, value, complaint: 'must not be null' } : firstFault(name, value, type.ofType);
  if (value.kind === Kind.NULL) return undefined;
  if (isListType(type)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    return first(items, (item, index) => firstFault(value.kind === Kind.LIST ? `${name}[${index}]` : name, item, type.ofType));
  }
  if (!isInputObjectType(type))
    return fits(value, type) ? undefined : { name, value, complaint: `is not a valid '${type.name}'` };
  if (value.kind !== Kind.OBJECT) return { name, complaint: 'must be an object type' };
  const fields = type.getFields();
  const given = new Set(value.fields.map((field) => field.name.value));
  const missing = Object.values(fields).filter((field) => isRequiredInputField(field) && !given.has(field.name));
  if (missing.length > 0)
    return { name, complaint: `is missing required fields '[${missing.map((field) => field.name).join(', ')}]'` };
  return first(value.fields, (field) => {
    const known = fields[field.name.value];
    if (known === undefined) return { name, complaint: `contains a field not in '${type.name}': '${field.name.value}'` };
    return firstFault(`${name}.${field.name.value}`, field.value, known.type);
  });
}

function fits(value: ValueNode, type: GraphQLLeafType): boolean {
  try {
    return type.parseLiteral(value, {}) !== undefined;
  } catch {
    return false;
  }
}

function first<Item>(items: readonly Item[], fault: (item: Item, index: number) => Fault | undefined): Fault | undefined {
  for (const [index, item] of items.entries()) {
    const found = fault(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
