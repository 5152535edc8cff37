import { type ExecutionResult, type GraphQLSchema, isObjectType, type OperationDefinitionNode, execute as run } from 'graphql';
import type { HttpRequest } from '../../http/http-message.ts';
import type { Caller } from '../model/auth-mode.ts';
import type { GraphqlApiOptions, StartTimer } from '../model/graphql-api-model.ts';
import type { Operation } from '../request/read-operation.ts';
import { requestContext } from '../request/request-context.ts';
import { type RequestError, requestError } from '../request/request-error.ts';
import { createSchema } from '../schema/schema.ts';
import { createDocumentReader, selectOperation } from '../validation/documents.ts';
import { variableError } from '../validation/variable-error.ts';
import { type ExecutionError, executionError } from './execution-error.ts';
import { createFieldResolvers, type RequestState } from './field.ts';

/** The body of a response with status 200. AppSync writes data first. */
interface Answer {
  readonly data: unknown;
  readonly errors?: readonly (RequestError | ExecutionError | TimeoutError)[];
}

interface TimeoutError {
  readonly path: null;
  readonly data: null;
  readonly errorType: 'ExecutionTimeout';
  readonly errorInfo: null;
  readonly locations: null;
  readonly message: string;
}

export type Execute = (operation: Operation, caller: Caller, request: HttpRequest) => Promise<Answer>;

/**
 * AppSync endpoints and quotas, "Request execution time".
 * @see docs/aws-behaviour/appsync.md#appsync.limits.time
 */
const deadlineMs = 30_000;

/** Executes operations for known callers. Throws a 4xx only if the request does not say which operation to run. */
export function createExecutor(options: GraphqlApiOptions): Execute {
  const { model, log = () => {} } = options;
  const startTimer = options.startTimer ?? systemTimer;
  const schema = createSchema(model.definition, createFieldResolvers(options));
  for (const { typeName, fieldName } of model.resolvers) {
    const type = schema.getType(typeName);
    if (!isObjectType(type) || type.getFields()[fieldName] === undefined)
      throw new Error(`No field named ${fieldName} found on type ${typeName}.`);
  }
  const readDocument = createDocumentReader(schema, model.introspection);

  return async ({ query, variables, operationName }, caller, request) => {
    const checked = readDocument(query);
    if (!checked.ok) return { data: null, errors: checked.errors };
    const operation = selectOperation(checked.document, operationName);
    const state: RequestState = {
      caller,
      request: requestContext(request),
      variables,
      resolverCalls: 0,
      isOver: false,
      appended: [],
    };
    const execution = run({
      schema,
      document: checked.document,
      variableValues: variables,
      operationName: operation.name?.value,
      contextValue: state,
    });
    const result = await beforeDeadline(execution, state, startTimer);
    if (result === 'too late') return { data: null, errors: [timeout] };
    if (result.data === undefined) return { data: null, errors: [refusedVariables(schema, operation, variables, result)] };
    return toAnswer(schema, result, state.appended, log);
  };
}

const timeout: TimeoutError = {
  path: null,
  data: null,
  errorType: 'ExecutionTimeout',
  errorInfo: null,
  locations: null,
  message: 'Execution timed out.',
};

const systemTimer: StartTimer = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds);
  return () => clearTimeout(timer);
};

/** At the deadline, fields that are running are left to themselves, and fields that are waiting never run. */
async function beforeDeadline(
  execution: ExecutionResult | Promise<ExecutionResult>,
  state: RequestState,
  startTimer: StartTimer,
): Promise<ExecutionResult | 'too late'> {
  if (!(execution instanceof Promise)) return execution;
  const deadline = Promise.withResolvers<'too late'>();
  const stopTimer = startTimer(deadlineMs, () => {
    state.isOver = true;
    deadline.resolve('too late');
  });
  try {
    return await Promise.race([execution, deadline.promise]);
  } finally {
    stopTimer();
  }
}

/** graphql-js refuses the whole operation. Its own message is kept if ours find nothing wrong. */
function refusedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Operation['variables'],
  { errors = [] }: ExecutionResult,
): RequestError {
  return variableError(schema, operation, variables) ?? requestError(errors[0]?.message ?? '', errors[0]?.locations);
}

function toAnswer(
  schema: GraphQLSchema,
  result: ExecutionResult,
  appended: readonly ExecutionError[],
  log: (line: string) => void,
): Answer {
  const report = (error: Error): void => log(`GraphQL: a field failed inside the endpoint: ${error.name}`);
  const errors = [...appended, ...(result.errors ?? []).map((error) => executionError(schema, error, report))];
  return errors.length === 0 ? { data: result.data } : { data: result.data, errors };
}
