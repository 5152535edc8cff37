import type { HttpHandler, HttpResponse } from '../../../local/http/http-message.ts';

/** One request as Cognito would read it. */
export interface Sent {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A wire with prepared answers of Cognito. Afterwards the test can read the requests. */
export function stubWire(...answers: readonly HttpResponse[]): { readonly handle: HttpHandler; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const left = [...answers];
  return {
    sent,
    handle: async ({ headers, body }) => {
      sent.push({ operation: headers['x-amz-target']?.split('.')[1] ?? '', body: JSON.parse(body), headers });
      const answer = left.length > 1 ? left.shift() : left[0];
      if (!answer) throw new Error('Nobody is to be called here.');
      return answer;
    },
  };
}

const headers = { 'content-type': 'application/x-amz-json-1.1' };

export function success(body: unknown): HttpResponse {
  return { status: 200, headers, body: JSON.stringify(body) };
}

/** Cognito answers 400 to everything but its own failures. */
export function exception(name: string, message: string, status = 400): HttpResponse {
  return { status, headers: { ...headers, 'x-amzn-errortype': `${name}:` }, body: JSON.stringify({ __type: name, message }) };
}
