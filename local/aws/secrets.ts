import type { HttpHandler, HttpRequest, HttpResponse } from '../http/http-message.ts';

export interface SecretsOptions {
  /** ARNs of the secrets that the template declares. */
  readonly secretArns: () => readonly string[];
  /** Without it the secrets exist and have no value yet, as after a first deployment. */
  readonly openaiApiKey?: string;
  /** Who may ask: the access key id that the functions, and nobody else, are started with. */
  readonly accessKeyId: string;
}

/** Whether a request to the Cognito port is meant for Secrets Manager. */
export function isForSecretsManager(request: HttpRequest): boolean {
  return request.headers['x-amz-target']?.startsWith('secretsmanager.') ?? false;
}

/** Answers `GetSecretValue` (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html) with `{"apiKey": …}`; refuses everything else by name. */
export function createSecrets({ secretArns, openaiApiKey, accessKeyId }: SecretsOptions): HttpHandler {
  return async ({ headers, body }) => {
    const action = headers['x-amz-target']?.split('.')[1] ?? '';
    if (!headers['authorization']?.includes(`Credential=${accessKeyId}/`)) {
      return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    if (action !== 'GetSecretValue')
      return refuse('NotImplementedException', `${action} is not implemented by the local runtime.`, 501);
    const SecretId = secretIdOf(body);
    if (SecretId === undefined) return refuse('InvalidParameterException', 'SecretId is missing.');
    const arn = secretArns().find((candidate) => candidate === SecretId || nameOf(candidate) === SecretId);
    if (arn === undefined) return refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    if (openaiApiKey === undefined) {
      const text = "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT";
      return refuse('ResourceNotFoundException', text);
    }
    return answer(200, {
      ARN: arn,
      Name: nameOf(arn),
      SecretString: JSON.stringify({ apiKey: openaiApiKey }),
      VersionStages: ['AWSCURRENT'],
    });
  };
}

/** The ARN ends in the name, a hyphen and six characters of chance. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1, -7);
}

function secretIdOf(body: string): string | undefined {
  try {
    const request: unknown = JSON.parse(body);
    const id = typeof request === 'object' && request !== null && 'SecretId' in request ? request.SecretId : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuse(type: string, message: string, status = 400): HttpResponse {
  return answer(status, { __type: type, Message: message, message });
}

function answer(status: number, body: Record<string, unknown>): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
