import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';

/**
 * Parses a schema as `StartSchemaCreation` would. Throws an error that names the construct if AppSync would refuse it.
 */
export function parseDeployable(definition: string): DocumentNode {
  const document = parse(definition);
  for (const node of document.definitions) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) throw refused('Directive definitions are not supported.', node);
    if (node.kind.endsWith('Extension')) throw refused('Type extensions are not supported.', node);
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION) throw refused('Custom scalars are not supported.', node);
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION && (node.interfaces ?? []).length > 0) {
      throw refused('An interface cannot implement another.', node);
    }
  }
  return document;
}

function refused(message: string, node: DocumentNode['definitions'][number]): GraphQLError {
  return new GraphQLError(`AppSync refuses the schema. ${message}`, { nodes: node });
}
