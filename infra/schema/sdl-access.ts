import { Kind, type NamedTypeNode, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * Throws an error that names each missing authorization directive, given the modes of the API. A type without the
 * directive can be deployed, but then each of its fields answers Unauthorized after its resolver has run. What names no
 * mode is only open to the default mode, and a field does not pass its grants on to the type that it returns
 * (https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes).
 * @see docs/aws-behaviour/appsync.md#appsync.auth.directives
 */
export function refuseAccessGaps(source: string, modes: readonly string[]): void {
  const { definitions } = parse(source);
  const objects = new Map(
    definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const members = (name: string): ObjectTypeDefinitionNode[] =>
    definitions.flatMap((node) => {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.name.value === name || implementsInterface(node, name)))
        return [node];
      if (node.kind !== Kind.UNION_TYPE_DEFINITION || node.name.value !== name) return [];
      return (node.types ?? []).flatMap((type) => objects.get(type.name.value) ?? []);
    });

  const interfaces = new Map(
    definitions.flatMap((node) => (node.kind === Kind.INTERFACE_TYPE_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const gaps = new Set<string>();
  const walked = new Set<string>();
  const walk = (type: ObjectTypeDefinitionNode, granted: readonly string[], from: string): void => {
    const own = directives(type);
    for (const mode of granted) {
      if (!own.includes(mode)) gaps.add(`${type.name.value} lacks @${mode}, but ${from} returns it in that mode.`);
    }
    const key = `${type.name.value} ${granted.join()}`;
    if (walked.has(key)) return;
    walked.add(key);
    // The fields of an interface also name the modes. The interface itself cannot, since the directives are only
    // allowed on objects and fields.
    // @see docs/aws-behaviour/appsync.md#appsync.auth.interfaces
    for (const { name, fields = [] } of (type.interfaces ?? []).flatMap((node) => interfaces.get(node.name.value) ?? [])) {
      for (const mode of granted) {
        const lacking = fields.filter((field) => !directives(field).includes(mode)).map((field) => field.name.value);
        if (lacking.length > 0)
          gaps.add(`${name.value} lacks @${mode} on ${lacking.join(', ')}, but ${from} returns it in that mode.`);
      }
    }
    for (const field of type.fields ?? []) {
      for (const next of members(namedType(field.type).name.value)) walk(next, granted, from);
    }
  };

  for (const root of ['Query', 'Mutation', 'Subscription'].flatMap((name) => objects.get(name) ?? [])) {
    for (const field of root.fields ?? []) {
      const name = `${root.name.value}.${field.name.value}`;
      const granted = directives(field);
      if (granted.length === 0) gaps.add(`${name} has no directive that says who may call it.`);
      for (const type of members(namedType(field.type).name.value)) walk(type, granted, name);
    }
  }
  for (const node of [...objects.values(), ...interfaces.values()].flatMap((type) => [type, ...(type.fields ?? [])])) {
    for (const mode of directives(node)) {
      if (!modes.includes(mode)) gaps.add(`${node.name.value} has @${mode}, but the API has no such mode.`);
    }
  }
  if (gaps.size > 0) throw new ConfigurationError('The schema does not say who may read what:', [...gaps]);
}

const modeDirectives = ['aws_api_key', 'aws_iam', 'aws_oidc', 'aws_lambda', 'aws_cognito_user_pools'];

function directives(node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] }): string[] {
  return (node.directives ?? []).map(({ name }) => name.value).filter((name) => modeDirectives.includes(name));
}

function implementsInterface(node: ObjectTypeDefinitionNode, name: string): boolean {
  return (node.interfaces ?? []).some((implemented) => implemented.name.value === name);
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}
