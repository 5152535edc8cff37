import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** One request as a provider of language models would read it. */
interface Asked {
  readonly url: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ChatServer {
  /** Once it has started. */
  readonly baseUrl: string;
  readonly asked: Asked[];
  /** What the next requests get. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A server on loopback for Chat Completions, with answers that a test can change. It serves one test file; its requests
 * are reset before each test.
 */
export function sharedChatServer(): ChatServer {
  const server = createChatServer();
  beforeAll(server.start);
  beforeEach(() => {
    server.asked.length = 0;
    server.answer = reply({});
  });
  afterAll(server.close);
  return server;
}

export function createChatServer(): ChatServer {
  const asked: Asked[] = [];
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({
      url: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
    });
    server.answer(response, request);
  });
  let port = 0;
  const server: ChatServer = {
    get baseUrl() {
      return `http://127.0.0.1:${port}/v1`;
    },
    asked,
    answer: reply({}),
    start: () =>
      new Promise((resolve) => {
        http.listen(0, '127.0.0.1', () => {
          ({ port } = http.address() as AddressInfo); // of a TCP server
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

/** A completion as OpenAI returns it, with changes. */
export function reply(changes: Readonly<Record<string, unknown>>): ChatServer['answer'] {
  return json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'test-model-2026-01-01',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Forty-two.' } }],
    usage: { prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 },
    ...changes,
  });
}

export function json(status: number, body: unknown): ChatServer['answer'] {
  return raw(status, 'application/json', JSON.stringify(body));
}

export function raw(status: number, contentType: string, body: string): ChatServer['answer'] {
  return (response) => void response.writeHead(status, { 'content-type': contentType }).end(body);
}
