import { randomUUID } from 'node:crypto';
import type { Deliver } from '../data/message.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http/http-message.ts';
import type { World } from '../world.ts';

export interface MailOptions {
  readonly deliver: Deliver;
  readonly world: World;
  /** Who may send: the access key id that the functions, and nobody else, are started with. */
  readonly accessKeyId: string;
}

const path = '/v2/email/outbound-emails';

/** Whether a request to the Cognito port is meant for Amazon SES. */
export function isForSes({ url }: HttpRequest): boolean {
  return url.startsWith('/v2/email/');
}

/**
 * Answers SES's `SendEmail` (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html) by putting the mail of a function
 * into the inbox; refuses everything else by name. Whether the sender's identity is verified in AWS, nobody can know here.
 */
export function createMail({ deliver, world, accessKeyId }: MailOptions): HttpHandler {
  return async ({ method, url, headers, body }) => {
    if (!headers['authorization']?.includes(`Credential=${accessKeyId}/`)) {
      return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);
    }
    if (method !== 'POST' || url.split('?')[0] !== path) return notImplemented(`${method} ${url}`);
    const { FromEmailAddress, Destination, Content } = record(JSON.parse(body));
    const { ToAddresses, CcAddresses, BccAddresses } = record(Destination);
    const { Simple } = record(Content);
    if (Simple === undefined) return notImplemented('SendEmail with other content than Simple');
    const to = [ToAddresses, CcAddresses, BccAddresses].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
    if (typeof FromEmailAddress !== 'string') return refuse('BadRequestException', 'FromEmailAddress is missing.');
    if (to.length === 0) return refuse('BadRequestException', 'Destination names nobody.');
    const { Subject, Body } = record(Simple);
    const { Text, Html } = record(Body);
    const text = record(Text ?? Html)['Data'];
    if (typeof text !== 'string') return refuse('BadRequestException', 'Missing required body.');
    for (const address of to) {
      deliver({
        to: address,
        channel: 'EMAIL',
        kind: 'SendEmail',
        subject: String(record(Subject)['Data'] ?? ''),
        body: text,
        code: null,
        sentAt: new Date(world.now()).toISOString(),
      });
    }
    return answer(200, { MessageId: randomUUID() });
  };
}

function notImplemented(what: string): HttpResponse {
  return refuse('NotImplementedException', `${what} is not implemented by the local runtime.`, 501);
}

function refuse(type: string, message: string, status = 400): HttpResponse {
  const { headers, ...response } = answer(status, { message });
  return { ...response, headers: { ...headers, 'x-amzn-errortype': type } };
}

function answer(status: number, body: Record<string, unknown>): HttpResponse {
  return { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(body) };
}

function record(value: unknown): Record<string, unknown> {
  // An object, and the keys that are read from it are checked one by one.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
