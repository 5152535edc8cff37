type Headers = Readonly<Record<string, string>>;

const contentType = 'application/json;charset=UTF-8';

const cors: Headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date,x-amz-schema-version',
};

export function answerHeaders(requestId: string): Headers {
  return { 'content-type': contentType, 'x-amzn-requestid': requestId, 'x-amzn-appsync-tokensconsumed': '1', ...cors };
}

/**
 * Amplify reads the kind of a failure from `x-amzn-errortype`, so a browser must be allowed to see it.
 * @see docs/aws-behaviour/appsync.md#appsync.http.error-type
 */
export function errorHeaders(requestId: string, errorType: string): Headers {
  return { 'content-type': contentType, 'x-amzn-requestid': requestId, 'x-amzn-errortype': errorType, ...cors };
}

const ordinaryRequestHeaders = 'content-type,authorization,x-amz-user-agent';

/**
 * The preflight. It grants whatever the browser asks for, since `x-api-key` must be allowed from any origin.
 * @see docs/aws-behaviour/appsync.md#appsync.http.preflight
 */
export function preflightHeaders(requestId: string, asked: string | undefined): Headers {
  const granted = asked !== undefined && /^[\w!#$%&'*+.^`|~, -]{1,4096}$/.test(asked) ? asked : ordinaryRequestHeaders;
  return {
    'x-amzn-requestid': requestId,
    ...cors,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': granted,
    'access-control-max-age': '172800',
  };
}
