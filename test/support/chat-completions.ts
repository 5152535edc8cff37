import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An OpenAI-compatible server on loopback: `POST /v1/chat/completions`, it gives one fixed reply, and really checks the
 * key.
 */
export interface ChatCompletions {
  readonly baseUrl: string;
  /** The bodies of the requests, oldest first. */
  readonly requests: readonly Record<string, unknown>[];
  close(): Promise<void>;
}

export async function startChatCompletions(options: {
  readonly apiKey: string;
  readonly reply: string;
}): Promise<ChatCompletions> {
  const requests: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url !== '/v1/chat/completions') return answer(404, { error: { message: 'Unknown path.' } });
    if (request.headers.authorization !== `Bearer ${options.apiKey}`)
      return answer(401, { error: { message: 'Incorrect API key provided.' } });
    const body: Record<string, unknown> = JSON.parse(Buffer.concat(chunks).toString());
    requests.push(body);
    return answer(200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: body['model'],
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: options.reply } }],
      usage: { prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
