import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type SchemaDefinitionNode,
  type StringValueNode,
  visit,
} from 'graphql';
import { refuseUnsupported } from './sdl-rules.ts';

/**
 * The schema in a dialect of SDL that AppSync is known to parse. Descriptions are comments before types, fields and
 * input fields, which AppSync shows as descriptions. The body of an enum has none; the texts of its values are placed
 * above it. Arguments are on one line. Throws an error that names each construct that AppSync refuses, since AppSync's
 * own message ("Failed to parse schema document") does not.
 * @see docs/aws-behaviour/appsync.md#appsync.schema.descriptions
 */
export function toAppSyncDialect(source: string): string {
  const document = parse(source);
  refuseUnsupported(document);
  const { definitions } = withSchemaDefinition(document);
  return `${definitions.map(printDefinition).join('\n\n')}\n`;
}

/** The names of the fields of Query and Mutation, in the order of the schema. */
export function rootFields(source: string): readonly { readonly typeName: string; readonly fieldName: string }[] {
  return parse(source).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(definition.name.value)
      ? (definition.fields ?? []).map((field) => ({ typeName: definition.name.value, fieldName: field.name.value }))
      : [],
  );
}

/**
 * Always writes the schema definition. Samples leave it out, but AppSync can refuse a schema without one ("There is no
 * top level schema object defined.").
 * @see docs/aws-behaviour/appsync.md#appsync.schema.root
 */
function withSchemaDefinition(document: DocumentNode): DocumentNode {
  if (document.definitions.some(({ kind }) => kind === Kind.SCHEMA_DEFINITION)) return document;
  const roots = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation', 'Subscription'].includes(definition.name.value)
      ? [`${definition.name.value.toLowerCase()}: ${definition.name.value}`]
      : [],
  );
  return { ...document, definitions: [...parse(`schema { ${roots.join(' ')} }`).definitions, ...document.definitions] };
}

function printDefinition(definition: DefinitionNode): string {
  switch (definition.kind) {
    case Kind.SCHEMA_DEFINITION:
      return printSchema(definition);
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return printType(definition, definition.fields ?? []);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return printType(definition, definition.fields ?? []);
    case Kind.ENUM_TYPE_DEFINITION:
      return printEnum(definition);
    case Kind.UNION_TYPE_DEFINITION:
      return `${comment(textOf(definition.description))}${print(bare(definition)).replace(/\s*=\s*/, ' = ')}`;
    default:
      throw new Error(`${definition.kind} has no place in a schema for AppSync.`);
  }
}

/** Its description is left out, since introspection does not show it. */
function printSchema(definition: SchemaDefinitionNode): string {
  return print(bare(definition));
}

function printType(
  definition: DefinitionNode & { readonly description?: StringValueNode },
  fields: readonly FieldLike[],
): string {
  const head = print({ ...bare(definition), fields: [] } as DefinitionNode).replace(/ *\{\s*\}$/, '');
  return `${comment(textOf(definition.description))}${head} {\n${fields.map(printField).join('\n')}\n}`;
}

type FieldLike = FieldDefinitionNode | InputValueDefinitionNode;

function printField(field: FieldLike): string {
  const arguments_ = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
  const texts = [
    ...textOf(field.description),
    ...arguments_.flatMap((argument) => prefixed(argument.name.value, textOf(argument.description))),
  ];
  return `${comment(texts, '  ')}  ${print(bare(field))}`;
}

function printEnum(definition: EnumTypeDefinitionNode): string {
  const values = definition.values ?? [];
  const texts = [
    ...textOf(definition.description),
    ...values.flatMap((value) => prefixed(value.name.value, textOf(value.description))),
  ];
  const head = [
    'enum',
    definition.name.value,
    ...(definition.directives ?? []).map((directive: ConstDirectiveNode) => print(directive)),
  ];
  return `${comment(texts)}${head.join(' ')} {\n${values.map((value) => `  ${print(bare(value))}`).join('\n')}\n}`;
}

/** The node without descriptions, including those inside it. */
function bare<Node extends DefinitionNode | FieldLike | NonNullable<EnumTypeDefinitionNode['values']>[number]>(node: Node): Node {
  return visit(node, {
    enter: (child) =>
      'description' in child && child.description !== undefined ? { ...child, description: undefined } : undefined,
  });
}

/** The lines of a description. Empty lines are left out, since AppSync refuses an empty comment. */
function textOf(description: StringValueNode | undefined): string[] {
  return (description?.value ?? '').split('\n').flatMap((line) => line.trim() || []);
}

function prefixed(name: string, lines: readonly string[]): string[] {
  const [first, ...rest] = lines;
  return first === undefined ? [] : [`${name}: ${first}`, ...rest];
}

function comment(lines: readonly string[], indent = ''): string {
  return lines.map((line) => `${indent}# ${line}\n`).join('');
}
