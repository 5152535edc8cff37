import {
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  Kind,
} from 'graphql';
import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * What AppSync refuses in a schema, or accepts and then ignores. AppSync itself only answers "Failed to parse schema
 * document" without a line number, so this finds it first. Sources:
 * https://docs.aws.amazon.com/appsync/latest/devguide/designing-your-schema.html and the issues named below.
 * @see docs/aws-behaviour/appsync.md#appsync.schema.refused
 */
export function refuseUnsupported(document: DocumentNode): void {
  const problems = [...missingRoot(document), ...document.definitions.flatMap(problemsOf)];
  if (problems.length > 0) throw new ConfigurationError('AppSync would refuse this schema:', problems);
}

const scalars = [
  'AWSDate',
  'AWSTime',
  'AWSDateTime',
  'AWSTimestamp',
  'AWSEmail',
  'AWSJSON',
  'AWSURL',
  'AWSPhone',
  'AWSIPAddress',
];

/**
 * Where each directive is allowed. `@aws_auth` is missing on purpose, since an API with several modes silently ignores
 * it.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.aws-auth
 */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_api_key', [Kind.OBJECT_TYPE_DEFINITION, Kind.FIELD_DEFINITION]],
  ['aws_iam', [Kind.OBJECT_TYPE_DEFINITION, Kind.FIELD_DEFINITION]],
  ['aws_oidc', [Kind.OBJECT_TYPE_DEFINITION, Kind.FIELD_DEFINITION]],
  ['aws_lambda', [Kind.OBJECT_TYPE_DEFINITION, Kind.FIELD_DEFINITION]],
  ['aws_cognito_user_pools', [Kind.OBJECT_TYPE_DEFINITION, Kind.FIELD_DEFINITION]],
  ['aws_subscribe', [Kind.FIELD_DEFINITION]],
  ['deprecated', [Kind.FIELD_DEFINITION]],
]);

function missingRoot({ definitions }: DocumentNode): string[] {
  const query = definitions.some(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query',
  );
  return query ? [] : ['There is no type Query.'];
}

function problemsOf(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case Kind.SCHEMA_DEFINITION:
      return [...renamedRoots(definition), ...directiveProblems(definition, 'schema')];
    case Kind.OBJECT_TYPE_DEFINITION:
      return [
        ...nameProblems(definition.name.value),
        ...directiveProblems(definition, definition.name.value),
        ...fieldProblems(definition),
      ];
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [
        ...nameProblems(definition.name.value),
        ...directiveProblems(definition, definition.name.value),
        ...fieldProblems(definition),
        // aws/aws-appsync-community#387
        ...((definition.interfaces ?? []).length > 0
          ? [`interface ${definition.name.value} implements another interface; list all of them on the object types instead.`]
          : []),
      ];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [
        ...nameProblems(definition.name.value),
        ...directiveProblems(definition, definition.name.value),
        ...(definition.fields ?? []).flatMap((field) => inputProblems(field, `${definition.name.value}.${field.name.value}`)),
      ];
    case Kind.ENUM_TYPE_DEFINITION:
      return [
        ...nameProblems(definition.name.value),
        ...directiveProblems(definition, definition.name.value),
        ...(definition.values ?? []).flatMap((value) => directiveProblems(value, `${definition.name.value}.${value.name.value}`)),
      ];
    case Kind.UNION_TYPE_DEFINITION:
      return [...nameProblems(definition.name.value), ...directiveProblems(definition, definition.name.value)];
    case Kind.SCALAR_TYPE_DEFINITION:
      return [
        scalars.includes(definition.name.value)
          ? `scalar ${definition.name.value} is declared; AppSync has it built in.`
          : `scalar ${definition.name.value}: AppSync has only its own scalars.`,
      ];
    case Kind.DIRECTIVE_DEFINITION:
      return [`directive @${definition.name.value} is defined; directive definitions are not supported.`];
    case Kind.SCHEMA_EXTENSION:
      return ['extend schema: extensions are not supported; write one definition.'];
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_EXTENSION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
    case Kind.ENUM_TYPE_EXTENSION:
    case Kind.UNION_TYPE_EXTENSION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return [`an extension of ${definition.name.value}: extensions are not supported; write one definition.`];
    default:
      return [`${definition.kind} is not allowed in a schema.`];
  }
}

function nameProblems(name: string): string[] {
  return name.startsWith('AWS') || name.startsWith('__')
    ? [`${name}: names that begin with AWS or two underscores are reserved.`]
    : [];
}

function renamedRoots(schema: Extract<DefinitionNode, { kind: Kind.SCHEMA_DEFINITION }>): string[] {
  return schema.operationTypes.flatMap(({ operation, type }) =>
    type.name.value.toLowerCase() === operation
      ? []
      : [`schema: the ${operation} type is named ${type.name.value}; keep to the default name.`],
  );
}

function fieldProblems(
  type: Extract<DefinitionNode, { kind: Kind.OBJECT_TYPE_DEFINITION | Kind.INTERFACE_TYPE_DEFINITION }>,
): string[] {
  return (type.fields ?? []).flatMap((field) => {
    const name = `${type.name.value}.${field.name.value}`;
    return [
      ...directiveProblems(field, name),
      ...(field.arguments ?? []).flatMap((argument) => inputProblems(argument, `${name}(${argument.name.value})`)),
    ];
  });
}

function inputProblems(input: InputValueDefinitionNode, name: string): string[] {
  const block = input.defaultValue?.kind === Kind.STRING && input.defaultValue.block === true;
  return [
    ...directiveProblems(input, name),
    ...(block ? [`${name}: the default value is a block string; write it as an ordinary string.`] : []),
  ];
}

function directiveProblems(node: ASTNode & { readonly directives?: readonly ConstDirectiveNode[] }, name: string): string[] {
  return (node.directives ?? []).flatMap((directive) => {
    const allowed = places.get(directive.name.value);
    if (directive.name.value === 'aws_auth') {
      return [`${name}: @aws_auth is ignored by an API with several authorization modes; use @aws_cognito_user_pools.`];
    }
    if (allowed === undefined) return [`${name}: @${directive.name.value} is not a directive that AppSync knows.`];
    return allowed.includes(node.kind) ? [] : [`${name}: @${directive.name.value} is not allowed here.`];
  });
}
