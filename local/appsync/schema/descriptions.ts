import { type ASTNode, type DocumentNode, Kind, TokenKind, visit } from 'graphql';

/**
 * Turns the comment lines before a type, field, argument or input field into its description, as AppSync's engine does
 * (graphql-java's SchemaGeneratorHelper.buildDescription): an empty comment line drops the lines before it, and enum
 * values are left alone.
 * @see docs/aws-behaviour/appsync.md#appsync.schema.descriptions
 */
export function describeFromComments(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter(node): ASTNode | undefined {
      if (!described.has(node.kind) || ('description' in node && node.description !== undefined)) return undefined;
      const value = commentBefore(node);
      return value === undefined ? undefined : ({ ...node, description: { kind: Kind.STRING, value } } as ASTNode);
    },
  });
}

const described: ReadonlySet<string> = new Set([
  Kind.SCHEMA_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
]);

function commentBefore(node: ASTNode): string | undefined {
  const lines: string[] = [];
  for (let token = node.loc?.startToken.prev; token?.kind === TokenKind.COMMENT; token = token.prev) {
    if (token.value.trim() === '') break;
    lines.unshift(token.value.replace(/^ /, ''));
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}
