import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isIntrospectionType,
  Kind,
  LoneAnonymousOperationRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  type Token,
  type ValidationContext,
  validate,
} from 'graphql';
import { badRequest, malformed } from '../request/refusal.ts';
import type { RequestError } from '../request/request-error.ts';
import { validationErrors } from './validation-error.ts';

/** A document that may be executed, or AppSync's errors about it. */
export type CheckedDocument =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly RequestError[] };

/**
 * AppSync's limit on the length of a document (AppSync endpoints and quotas, "Maximum number of tokens").
 * @see docs/aws-behaviour/appsync.md#appsync.limits.document
 */
const tokenLimit = 15_000;

/**
 * Levels of braces, brackets and parentheses in a document.
 * @see docs/aws-behaviour/appsync.md#appsync.limits.nesting
 */
const nestingLimit = 500;

/** Characters of the cached documents. Their syntax trees take some fifty times as much memory. */
const cacheLength = 200_000;

/** Parses and validates documents, and caches the valid ones. Throws a 400 for text that is not a document. */
export function createDocumentReader(schema: GraphQLSchema, introspection: boolean): (query: string) => CheckedDocument {
  const common = specifiedRules.map((rule) => (rule === LoneAnonymousOperationRule ? loneAnonymousOperation : rule));
  const rules = introspection ? common : [...common, noIntrospection];
  const cache = new Map<string, CheckedDocument>();
  let length = 0;
  const keep = (query: string, checked: CheckedDocument): void => {
    cache.set(query, checked);
    length += query.length;
    for (const oldest of cache.keys()) {
      if (length <= cacheLength) return;
      cache.delete(oldest);
      length -= oldest.length;
    }
  };
  return (query) => {
    const known = cache.get(query);
    if (known !== undefined) return known;
    const checked = check(schema, query, rules);
    if (checked.ok && query.length <= cacheLength / 10) keep(query, checked);
    return checked;
  };
}

function check(schema: GraphQLSchema, query: string, rules: typeof specifiedRules): CheckedDocument {
  const document = parseLimited(query);
  const errors = validate(schema, document, rules, { maxErrors: 100 });
  if (errors.length === 0) return { ok: true, document };
  return { ok: false, errors: validationErrors(schema, document, errors) };
}

/** graphql-java reports each operation beside an anonymous one; graphql-js reports each anonymous operation. */
function loneAnonymousOperation(context: ValidationContext): ASTVisitor {
  let count = 0;
  let isAfterAnonymous = false;
  return {
    OperationDefinition(node) {
      if (node.name === undefined && count > 0)
        context.reportError(new GraphQLError('Anonymous operation with other operations.', { nodes: node }));
      if (node.name !== undefined && isAfterAnonymous)
        context.reportError(new GraphQLError(`Operation ${node.name.value} is following anonymous operation.`, { nodes: node }));
      isAfterAnonymous ||= node.name === undefined;
      count += 1;
      return false;
    },
  };
}

/**
 * With introspection off, AppSync knows `__schema` and `__type` but finds no fields in them; `__typename` still works.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.introspection-off
 */
function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType();
      if (parent === null || parent === undefined || !isIntrospectionType(parent)) return;
      context.reportError(new GraphQLError(`Cannot query field "${node.name.value}" on type "${parent.name}".`, { nodes: node }));
    },
  };
}

function parseLimited(query: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: tokenLimit });
  } catch (error) {
    if (isTokenLimit(error)) throw badRequest('Maximum char length exceeded.');
    // @see docs/aws-behaviour/appsync.md#appsync.http.syntax-error
    throw malformed('Unable to parse GraphQL query.');
  }
  if (isNestedTooDeeply(document)) throw malformed('Unable to parse GraphQL query.');
  return document;
}

function isNestedTooDeeply({ loc }: DocumentNode): boolean {
  let depth = 0;
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next) {
    if (/^[{[(]$/.test(token.kind)) depth += 1;
    if (/^[}\])]$/.test(token.kind)) depth -= 1;
    if (depth > nestingLimit) return true;
  }
  return false;
}

function isTokenLimit(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.includes(`more that ${tokenLimit} tokens`);
}

/** The operation to run. Throws a 400 if the request does not say which. */
export function selectOperation(document: DocumentNode, operationName: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  if (first === undefined) throw malformed('Unable to parse GraphQL query.');
  const isAnonymous = operations.length === 1 && first.name === undefined;
  // UNCONFIRMED: an empty name for a named operation is refused, which is the safer reading.
  // @see docs/aws-behaviour/appsync.md#appsync.http.empty-operation-name
  if (operationName === null ? operations.length > 1 : operationName === '' && !isAnonymous)
    throw badRequest('Missing operation name.');
  const operation = operationName ? operations.find(({ name }) => name?.value === operationName) : first;
  if (operation === undefined) throw badRequest(`Unknown operation named '${operationName}'.`);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw badRequest('Subscriptions are not served over HTTP.');
  return operation;
}
