import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isIntrospectionType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import { badRequest, malformed } from './refusal.ts';
import type { RequestError } from './request-error.ts';
import { validationError } from './validation-error.ts';

/** A document that may be executed, or what AppSync has against it. */
export type CheckedDocument =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly RequestError[] };

/** AppSync's limit on the length of a document (AppSync endpoints and quotas, "Maximum number of tokens"). */
const tokenLimit = 15_000;

/** Documents that are kept, and the longest that is; a client's documents are few and short. */
const cacheSize = 256;
const cachedLength = 20_000;

/** Parses and validates documents, and remembers the good ones. Throws a 400 for text that is no document. */
export function createDocumentReader(schema: GraphQLSchema, introspection: boolean): (query: string) => CheckedDocument {
  const rules = introspection ? specifiedRules : [...specifiedRules, noIntrospection];
  const cache = new Map<string, CheckedDocument>();
  return (query) => {
    const known = cache.get(query);
    if (known !== undefined) return known;
    const checked = check(schema, query, rules);
    if (checked.ok && query.length <= cachedLength) {
      const [oldest] = cache.keys();
      if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
      cache.set(query, checked);
    }
    return checked;
  };
}

function check(schema: GraphQLSchema, query: string, rules: typeof specifiedRules): CheckedDocument {
  const document = parseLimited(query);
  const errors = validate(schema, document, rules, { maxErrors: 100 });
  if (errors.length === 0) return { ok: true, document };
  return { ok: false, errors: errors.map((error) => validationError(schema, document, error)) };
}

/** With introspection off AppSync knows `__schema` and `__type`, and finds nothing in them; `__typename` keeps working. */
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
  try {
    return parse(query, { maxTokens: tokenLimit });
  } catch (error) {
    if (isTokenLimit(error)) throw badRequest('Maximum char length exceeded.');
    // Whether AppSync tells a syntax error from a body without a query is not documented; its metrics count both as 4xx.
    throw malformed('Unable to parse GraphQL query.');
  }
}

function isTokenLimit(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.includes(`more that ${tokenLimit} tokens`);
}

/** The operation to run. Throws a 400 when the request does not say which. */
export function selectOperation(document: DocumentNode, operationName: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  if (first === undefined) throw malformed('Unable to parse GraphQL query.');
  if (operationName === null && operations.length > 1) throw badRequest('Missing operation name.');
  const operation = operationName === null ? first : operations.find(({ name }) => name?.value === operationName);
  if (operation === undefined) throw badRequest(`Unknown operation named '${operationName}'.`);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw badRequest('Subscriptions are not served over HTTP.');
  return operation;
}
