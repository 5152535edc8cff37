import type { Invoke } from '../../world/invoke.ts';
import type { DataSourceModel } from '../model/graphql-api-model.ts';
import type { LoadedResolver } from '../realm/realm.ts';
import type { Ending, Outcome } from '../realm/realm-main.ts';
import type { Signal } from '../realm/util-shim.ts';
import { FieldError } from './field-error.ts';

/** What a resolver needs to know about the field. */
export interface ResolverCall {
  readonly authType: string;
  /** The context as JSON. */
  readonly contextText: string;
  /** The error of `util.unauthorized()`. */
  readonly unauthorized: FieldError;
  /** Reduces the data of an error to what the query selects. */
  readonly pick: (data: unknown) => unknown;
  readonly append: (error: FieldError) => void;
  /** Receives faults in resolver code and missing data sources, but nothing that a caller sent. */
  readonly report: (what: string) => void;
}

export type RunResolver = (call: ResolverCall) => Promise<unknown>;

/** A unit resolver: request function, data source, response function. Throws FieldError. */
export function createResolver(code: LoadedResolver, dataSource: DataSourceModel, invoke: Invoke): RunResolver {
  return async (call) => {
    const { outcome, respond } = code.begin(call.authType, call.contextText);
    const request = returned(outcome, call);
    if (request.kind === 'early') return request.value;
    const answer =
      dataSource.type === 'NONE'
        ? payloadOf(request.value)
        : await askLambda(dataSource.functionArn, request.value, invoke, call);
    return returned(respond(JSON.stringify(answer)), call).value;
  };
}

/** The returned value. Throws if the function ended in another way. */
function returned({ ending, appended }: Outcome, call: ResolverCall): Extract<Ending, { value: unknown }> {
  for (const entry of appended) call.append(toError(entry, call));
  if (ending.kind === 'return' || ending.kind === 'early') return ending;
  if (ending.kind !== 'fault') throw toError(ending, call);
  call.report(`failed at ${ending.position ?? 'an unknown place'}`);
  throw new FieldError(ending.position === null ? ending.message : `${ending.position}: ${ending.message}`, 'Code');
}

function toError(signal: Signal, call: ResolverCall): FieldError {
  if (signal.kind !== 'error') return call.unauthorized;
  return new FieldError(signal.message, signal.errorType, call.pick(signal.data), signal.errorInfo);
}

/** What the response function receives from the data source. */
interface Answer {
  readonly result: unknown;
  readonly error: { readonly message: string; readonly type: string; readonly unhandledErrorType: string | null } | null;
}

function payloadOf(request: unknown): Answer {
  return { result: field(request, 'payload') ?? null, error: null };
}

/**
 * AppSync, "AWS AppSync JavaScript resolver function reference for Lambda". The function receives only the payload.
 * @see docs/aws-behaviour/appsync.md#appsync.js.payload
 */
async function askLambda(functionArn: string, request: unknown, invoke: Invoke, call: ResolverCall): Promise<Answer> {
  const operation = field(request, 'operation');
  if (operation === undefined) throw new FieldError("Value for field '$[operation]' not found.", 'MappingTemplate');
  if (operation === 'BatchInvoke')
    throw new FieldError('BatchInvoke is not implemented by the local endpoint.', 'MappingTemplate');
  if (operation !== 'Invoke') throw new FieldError("Value for field '$[operation]' not supported.", 'MappingTemplate');
  const invocation = invoke(functionArn, field(request, 'payload') ?? null);
  if (field(request, 'invocationType') === 'Event') {
    invocation.catch(() => call.report('could not start its function'));
    return { result: null, error: null };
  }
  try {
    const outcome = await invocation;
    if (outcome.ok) return { result: outcome.payload ?? null, error: null };
    return {
      result: null,
      error: { message: outcome.errorMessage, type: 'Lambda:Unhandled', unhandledErrorType: outcome.errorType },
    };
  } catch {
    call.report('names a function that does not exist');
    return {
      result: null,
      error: { message: 'Function not found.', type: 'Lambda:ResourceNotFoundException', unhandledErrorType: null },
    };
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
