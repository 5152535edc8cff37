import type { FunctionName } from '../../infra/schema/operations.ts';
import { jsonConsole } from '../../local/lambda/json-console.ts';
import type { Field, FieldOperation } from '../../resolvers/call/operation.ts';
import { request } from '../../resolvers/invoke.appsync.ts';
import * as adminOperations from '../../resolvers/operations/admin/index.ts';
import * as gptOperations from '../../resolvers/operations/gpt/index.ts';
import * as recoveryOperations from '../../resolvers/operations/recovery/index.ts';
import * as signUpOperations from '../../resolvers/operations/sign-up/index.ts';
import * as userOperations from '../../resolvers/operations/user/index.ts';
import type { Answer } from '../../resolvers/serve/serve.ts';
import { createFunctions, type FunctionsOptions } from './functions/functions.ts';

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];
type Data<F extends Field> = Awaited<ReturnType<FieldOperation<F, never>>>;
type Refused = Extract<Answer, { error: unknown }>;

export interface Caller {
  /** An event that AppSync would never send, from somebody who may invoke the function. */
  forge<F extends Field>(
    field: F,
    args: Args<F>,
    forgery: { token: string; identity: Readonly<Record<string, unknown>> },
  ): Promise<{ readonly data: Data<F> } | Refused>;
  /** A root field as AppSync calls it: through the resolver's request, JSON, the function's handler, and JSON again. */
  call<F extends Field>(
    field: F,
    args: Args<F>,
    from?: { token?: string; address?: string },
  ): Promise<{ readonly data: Data<F> } | Refused>;
  /** What the functions logged, line by line, as it is in CloudWatch. */
  readonly lines: string[];
}

/** Calls the functions as AppSync does. */
export function createCaller(options: FunctionsOptions): Caller {
  const lines: string[] = [];
  let requestId: string | undefined;
  const write = (line: string) => void lines.push(line.trimEnd());
  const output = jsonConsole({ minimum: 'DEBUG', requestId: () => requestId, write });
  const functions = createFunctions(options, output);
  let calls = 0;
  const invoke = async (field: Field, event: object) => {
    calls += 1;
    requestId = `00000000-0000-4000-8000-${String(calls).padStart(12, '0')}`;
    const answer = await functions[functionOf(field)](JSON.parse(JSON.stringify(event)), { awsRequestId: requestId });
    return JSON.parse(JSON.stringify(answer));
  };
  return {
    lines,
    call: (field, args, { token, address } = {}) => invoke(field, eventOf(field, args, token, address)),
    forge: (field, args, { token: accessToken, identity }) => invoke(field, { field, arguments: args, accessToken, identity }),
  };
}

function functionOf(field: Field): FunctionName {
  if (field in userOperations) return 'user';
  if (field in recoveryOperations) return 'recovery';
  if (field in signUpOperations) return 'sign-up';
  if (field in adminOperations) return 'admin';
  return field in gptOperations ? 'gpt' : 'account';
}

/** The data of a call that must succeed. */
export function succeeded<T>(answer: { readonly data: T } | Refused): T {
  if ('error' in answer) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

/** The error of a call that must be refused. */
export function refused(answer: { readonly data: unknown } | Refused): Refused['error'] {
  if ('error' in answer) return answer.error;
  throw new Error(`Not refused: ${JSON.stringify(answer.data)}`);
}

/** A member of `AuthResult` that must be this one. */
export function step<N extends Data<'login'>['__typename']>(
  result: Data<'login'>,
  name: N,
): Extract<Data<'login'>, { __typename: N }> {
  if (result.__typename !== name) throw new Error(`Not ${name}: ${JSON.stringify(result)}`);
  // True by the test above, which does not narrow a generic.
  return result as Extract<Data<'login'>, { __typename: N }>;
}

/** What AppSync passes to the resolver. It has already verified the token, so the token is only decoded here. */
function eventOf(field: string, args: unknown, token: string | undefined, address = '192.0.2.1'): object {
  const claims = token === undefined ? null : JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const identity = claims && {
    sub: claims.sub,
    username: claims.username ?? claims['cognito:username'],
    groups: claims['cognito:groups'] ?? null,
    claims,
    sourceIp: ['192.0.2.1'],
  };
  const ctx: unknown = {
    args,
    identity,
    info: { fieldName: field },
    request: {
      headers: { ...(token && { authorization: token }), 'user-agent': 'vitest', 'x-forwarded-for': `${address}, 64.252.1.1` },
    },
  };
  // The members that the resolver reads are there; the rest of AppSync's context is not needed.
  return request(ctx as Parameters<typeof request>[0]).payload;
}
