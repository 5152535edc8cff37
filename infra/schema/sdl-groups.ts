import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { RootField } from './operations.ts';

/** The name of the administrators' group in `schema.graphql`; a stage may use another name. */
export const adminGroup = 'admin';

const wanted = `@aws_cognito_user_pools(cognito_groups: ["${adminGroup}"])`;

/**
 * Throws an error that names each field of the admin function that others than its group may call, and each field of
 * another function that only a group may call. Otherwise a wrong or missing directive would be noticed only when
 * somebody calls the field.
 */
export function refuseOpenAdministration(source: string, fields: readonly RootField[]): void {
  const problems = parse(source).definitions.flatMap((definition) =>
    definition.kind !== Kind.OBJECT_TYPE_DEFINITION
      ? []
      : (definition.fields ?? []).flatMap((field) => {
          const served = fields.find(
            ({ typeName, fieldName }) => typeName === definition.name.value && fieldName === field.name.value,
          );
          if (served === undefined) return [];
          const name = `${served.typeName}.${served.fieldName}`;
          const isClosed = directivesOf(field) === wanted;
          if (served.function === 'admin' && !isClosed)
            return [`${name} is served by the admin function and must have ${wanted} alone.`];
          return served.function !== 'admin' && directivesOf(field).includes('cognito_groups')
            ? [`${name} is for a group, and its function does not check who is in it.`]
            : [];
        }),
  );
  if (problems.length > 0) throw new ConfigurationError('The schema does not keep administration to administrators:', problems);
}

function directivesOf({ directives = [] }: FieldDefinitionNode): string {
  return directives.map((directive: ConstDirectiveNode) => print(directive)).join(' ');
}

/**
 * The schema with the stage's own names of groups in its directives. Throws an error that names each group that the
 * stage does not have, since its members would get rights that nobody intended.
 */
export function withGroups(source: string, names: ReadonlyMap<string, string>): string {
  const unknown = new Set<string>();
  const named = visit(parse(source), {
    Directive: (directive) => ({
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        argument.name.value !== 'cognito_groups'
          ? argument
          : visit(argument, {
              StringValue: (node) => {
                const name = names.get(node.value);
                if (name === undefined) unknown.add(node.value);
                return { kind: Kind.STRING, value: name ?? node.value } as const;
              },
            }),
      ),
    }),
  });
  if (unknown.size > 0) {
    throw new ConfigurationError(
      'The schema names groups that no setting does:',
      [...unknown].map((group) => `cognito_groups: "${group}"`),
    );
  }
  return print(named);
}
