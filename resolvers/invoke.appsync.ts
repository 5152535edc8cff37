import { type AppSyncIdentityCognito, type Context, util } from '@aws-appsync/utils';

interface Failure {
  code: string;
  message: string;
  info: { cognito: string | null; retryable: boolean; field: string | null; requestId: string | null };
}

/** The resolver of every root field. It passes on what the function needs to know, but no other headers. */
export function request(ctx: Context) {
  // The API has two modes, and there is no identity with an API key.
  const identity = ctx.identity as AppSyncIdentityCognito | null | undefined;
  const headers = ctx.request.headers;
  const authorization = headers['authorization'];
  const payload: Record<string, unknown> = {
    field: ctx.info.fieldName,
    arguments: ctx.args,
    // In both modes, since `identity.sourceIp` comes from this header and there is no identity with an API key.
    forwardedFor: headers['x-forwarded-for'] ?? null,
    userAgent: headers['user-agent'] ?? null,
  };
  if (identity) {
    payload['identity'] = {
      sub: identity.sub,
      username: identity.username,
      groups: identity.groups ?? [],
      tokenUse: identity.claims['token_use'],
      authTime: identity.claims['auth_time'] ?? null,
      acr: identity.claims['acr'] ?? null,
      deviceKey: identity.claims['device_key'] ?? null,
    };
    // AppSync accepts the token with and without the scheme; Cognito only accepts the token itself.
    // @see docs/aws-behaviour/appsync.md#appsync.auth.bearer
    if (authorization) payload['accessToken'] = withoutScheme(authorization);
  }
  return { operation: 'Invoke', payload };
}

/** The function's data, or its error in the form of the schema. The function's own crash is never shown. */
export function response(ctx: Context) {
  const failure: Failure | undefined = ctx.error
    ? brokenBy(ctx.error, ctx.info.parentTypeName)
    : ctx.result
      ? ctx.result.error
      : internal;
  if (failure) util.error(failure.message, failure.code, null, failure.info);
  return ctx.result.data;
}

function withoutScheme(authorization: string): string {
  return authorization.toLowerCase().startsWith('bearer ') ? authorization.slice(7).trim() : authorization;
}

const info = { cognito: null, retryable: false, field: null, requestId: null };
const retryable = { cognito: null, retryable: true, field: null, requestId: null };
const internal: Failure = { code: 'INTERNAL', message: 'Something went wrong.', info };
const unavailable: Failure = { code: 'UNAVAILABLE', message: 'The answer did not come in time. Try again.', info: retryable };
/** A mutation may have been carried out, and a second one would then be refused because of the first. */
const unclear: Failure = {
  code: 'UNAVAILABLE',
  message: 'The answer did not come in time, so this may have happened or not. Check whether it has before you try again.',
  info,
};
const throttled: Failure = { code: 'TOO_MANY_REQUESTS', message: 'Too many calls at once. Try again shortly.', info: retryable };

/**
 * `type` distinguishes AppSync's own time-out and throttling. Any failure of the function itself is `Lambda:Unhandled`.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.lambda
 */
function brokenBy(error: { type: string; message: string }, parentTypeName: string): Failure {
  if (error.type === 'Lambda:ExecutionTimeoutException' || error.message.includes('Task timed out')) {
    return parentTypeName === 'Query' ? unavailable : unclear;
  }
  if (error.message.includes('Rate Exceeded') || error.type.includes('TooManyRequests')) return throttled;
  return internal;
}
