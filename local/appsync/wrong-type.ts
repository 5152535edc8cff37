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
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { javaLiteral } from './java-print.ts';

/** graphql-java's words for a literal that does not fit its argument; undefined when the violation is of another kind. */
export function wrongType(
  schema: GraphQLSchema,
  document: DocumentNode,
  error: GraphQLError,
  ancestors: readonly ASTNode[],
): [type: string, text: string] | undefined {
  const argument = ancestors.findLast((node) => node.kind === Kind.ARGUMENT);
  if (argument === undefined || !fromValueRule(error.message)) return undefined;
  const expected = expectedType(schema, document, argument);
  return expected === undefined ? undefined : ['WrongType', mismatch(argument.name.value, argument.value, expected)];
}

/** The messages of graphql-js's ValuesOfCorrectTypeRule: those of scalars and enums, and its own. */
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

/** graphql-java stops at the first thing that is wrong inside the argument, and names the way to it: `input.items[0]`. */
function mismatch(name: string, value: ValueNode, type: GraphQLInputType): string {
  const found = firstFault(name, value, type) ?? { name, value, complaint: `is not a valid '${String(type)}'` };
  return `argument '${found.name}' with value '${javaLiteral(found.value)}' ${found.complaint}`;
}

interface Fault {
  readonly name: string;
  readonly value: ValueNode;
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
  if (value.kind !== Kind.OBJECT) return { name, value, complaint: 'must be an object type' };
  const fields = type.getFields();
  const given = new Set(value.fields.map((field) => field.name.value));
  const missing = Object.values(fields).filter((field) => isRequiredInputField(field) && !given.has(field.name));
  if (missing.length > 0)
    return { name, value, complaint: `is missing required fields '[${missing.map((field) => field.name).join(', ')}]'` };
  return first(value.fields, (field) => {
    const known = fields[field.name.value];
    if (known === undefined) return { name, value, complaint: `contains a field not in '${type.name}': '${field.name.value}'` };
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
