import { createServer, type ServerResponse } from 'node:http';

/** How a service fails: what it does with a request. */
export type Fault = (response: ServerResponse) => void;

export interface BadService {
  readonly endpoint: URL;
  /** The operations that it was asked for, in their order. */
  readonly asked: string[];
  close(): void;
}

/** A service on loopback that answers every request with one fault. @param done Called when it has done all it will. */
export async function badService(fault: Fault, done: () => void = () => undefined): Promise<BadService> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      asked.push(String(request.headers['x-amz-target']).split('.')[1] ?? '');
      fault(response);
      done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`),
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const json = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r-1' };

/** Writes piece after piece until the other side has gone. */
function withoutEnd(response: ServerResponse, piece: string, everyMs: number): void {
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(piece), everyMs);
  response.once('close', () => clearInterval(timer));
}

const answer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = json): Fault =>
  (response) =>
    void response.writeHead(status, headers).end(body);

const html = { 'content-type': 'text/html' };

/** The answer never comes, or never ends. */
export const silent: Readonly<Record<string, Fault>> = {
  silence: () => undefined,
  'headers and then silence': (response) => response.writeHead(200, { ...json, 'content-length': '100' }).flushHeaders(),
  'half a body and then silence': (response) => void response.writeHead(200, { ...json, 'content-length': '100' }).write('{"a":'),
  'a byte at a time': (response) => withoutEnd(response, ' ', 5),
};

/** The answer is lost, or is none: nobody knows what became of the call. */
export const unclear: Readonly<Record<string, Fault>> = {
  'a reset': (response) => void response.destroy(),
  'half a body': (response) => {
    response.writeHead(200, { ...json, 'content-length': '100' }).write('{"a":');
    response.destroy();
  },
  'an endless body': (response) => withoutEnd(response, ' '.repeat(256_000), 0),
  'endless headers': (response) => void response.writeHead(200, { ...json, 'x-long': 'x'.repeat(20_000) }).end('{}'),
  'another protocol': (response) =>
    void response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
  'a 500 of its own': answer(500, '{"__type":"InternalErrorException","message":"x"}'),
  'a 500 of an unknown name': answer(500, '{"__type":"com.amazonaws#BrandNewException"}'),
  'a 503 with HTML': answer(503, '<h1>Service Unavailable</h1>', html),
  'a 502 with nothing': answer(502, '', html),
  'a 200 with HTML': answer(200, '<h1>Hotel Wi-Fi</h1>', html),
  'a 403 with HTML': answer(403, '<h1>Forbidden</h1>', html),
  'a 302': answer(302, '', { ...html, location: 'http://127.0.0.1:1/' }),
  'a list': answer(200, '[]'),
  'broken JSON': answer(200, '{"AccessToken": "s3cret'),
};

/** The call was turned away unread. */
export const throttled: Readonly<Record<string, Fault>> = {
  'a ThrottlingException without more': answer(400, '{"__type":"ThrottlingException"}'),
  'a ThrottlingException by the header alone': answer(400, '', { ...json, 'x-amzn-errortype': 'ThrottlingException:' }),
  'a TooManyRequestsException': answer(400, '{"__type":"TooManyRequestsException","message":"Too many requests"}'),
  'a 429 with HTML': answer(429, '<h1>Too Many Requests</h1>', html),
  'a 429 with nothing': answer(429, '', html),
  'a 429 with JSON of its own': answer(429, '{"error":"slow down"}'),
};
