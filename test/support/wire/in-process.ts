import { Readable } from 'node:stream';
import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import type { HttpHandler } from '../../../local/http/http-message.ts';
import type { Post } from '../../../resolvers/aws/post.ts';
import { misfits } from './service-model.ts';

/** A service in this process, for the functions. */
export function inProcess(handle: HttpHandler): Post {
  return async (headers, body) => {
    const answer = await handle({ method: 'POST', url: '/', headers, body: textOf(body), remoteAddress: '127.0.0.1' });
    return { statusCode: answer.status, headers: { ...answer.headers }, body: Buffer.from(answer.body) };
  };
}

interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * A service in this process, for a client of the SDK. An answer of Cognito's that its service model does not have fails
 * the call.
 */
export function sdkWire(handle: HttpHandler): NonNullable<CognitoIdentityProviderClientConfig['requestHandler']> {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async ({ method, path, headers: sent, body }: SdkRequest) => {
      const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
      const answer = await handle({ method, url: path, headers, body: textOf(body), remoteAddress: '127.0.0.1' });
      const [service, operation = ''] = headers['x-amz-target']?.split('.') ?? [];
      const isOfCognito = service === 'AWSCognitoIdentityProviderService';
      const wrong = isOfCognito && answer.status === 200 ? misfits(operation, String(answer.body)) : [];
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
      const response = {
        statusCode: answer.status,
        headers: { ...answer.headers },
        body: Readable.from([Buffer.from(answer.body)]),
      };
      return { response };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function textOf(body: string | Uint8Array | undefined): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : (body ?? '');
}
