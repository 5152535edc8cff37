import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** What happens to calls of Cognito on their way, while it lasts. */
export interface Mishap {
  /** The operation that it happens to. Default: every one of Cognito's. */
  readonly operation?: string;
  /** Takes place once, before the first of them goes on. */
  readonly before?: () => void;
  /** Answers in Cognito's stead. Without it the call goes on. */
  readonly answer?: (response: ServerResponse) => void;
}

/**
 * Stands between the functions and the services of a system, as the network does: to be given to it as
 * `serviceEndpoint`.
 */
export interface OnTheWay {
  readonly url: string;
  /** Where the services are. */
  leadTo(endpoint: string): void;
  /** Runs something while this happens to calls of Cognito. */
  during<T>(mishap: Mishap, run: () => Promise<T>): Promise<T>;
  close(): void;
}

const cognito = 'AWSCognitoIdentityProviderService.';

export async function standOnTheWay(): Promise<OnTheWay> {
  let endpoint = '';
  let mishap: Mishap | null = null;
  const server = createServer((request, response) => {
    const target = String(request.headers['x-amz-target']);
    const isMet =
      target.startsWith(cognito) && (mishap?.operation ?? target.slice(cognito.length)) === target.slice(cognito.length);
    if (!mishap || !isMet) return forward(endpoint, request, response);
    const { before, answer } = mishap;
    before?.();
    mishap = { ...mishap, before: () => undefined };
    if (!answer) return forward(endpoint, request, response);
    request.resume().once('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    leadTo: (services) => {
      endpoint = services.replace('localhost', '127.0.0.1');
    },
    during: async (next, run) => {
      mishap = next;
      try {
        return await run();
      } finally {
        mishap = null;
      }
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An exception of Cognito, as it answers it. */
export function says(exception: string, message: string, status = 400): NonNullable<Mishap['answer']> {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ __type: exception, message }));
  };
}

/** An answer of Cognito. */
export function answers(output: object): NonNullable<Mishap['answer']> {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(output));
  };
}

function forward(endpoint: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = request;
  const onward = httpRequest(new URL(url ?? '/', endpoint), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  request.pipe(onward);
}
