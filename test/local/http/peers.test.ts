import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../local/http/http.ts';
import { createPeers, type PeersOptions } from '../../../local/http/peers.ts';

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

/** Both ends of a connection over this address. */
async function connection(host: string): Promise<{ accepted: Socket; client: Socket }> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const client = connect({ host, port: (server.address() as AddressInfo).port });
  const [accepted] = (await once(server, 'connection')) as [Socket];
  client.on('error', () => undefined);
  accepted.on('error', () => undefined);
  onTestFinished(() => {
    client.destroy();
    accepted.destroy();
    server.close();
  });
  return { accepted, client };
}

const admits = (socket: Socket, options: PeersOptions): Promise<boolean> => createPeers(options).admits(socket);

describe('createPeers', () => {
  test.skipIf(!isLinux).each(['127.0.0.1', '::1'])("one's own programs are admitted over %s", async (host) => {
    const { accepted } = await connection(host);
    expect(await admits(accepted, { uid: process.getuid?.() })).toBe(true);
  });

  test.each([
    [1000, true],
    [0, true],
    [1001, false],
    [65_534, false],
  ])('a server of user 1000 answers a program of user %i: %s', async (uid, expected) => {
    const { accepted } = await connection('127.0.0.1');
    expect(await admits(accepted, { uid: 1000, table: async () => tableFor(accepted, uid) })).toBe(expected);
  });

  test('a client whose socket is an IPv6 one is found too', async () => {
    const { accepted } = await connection('127.0.0.1');
    const own = tableFor(accepted, 1000).split('\n').slice(0, 2).join('\n');
    const mapped = tableFor(accepted, 1001).replaceAll('0100007F', '0000000000000000FFFF00000100007F');
    const table = async (name: string) => (name === 'tcp' ? own : mapped);
    expect(await admits(accepted, { uid: 1000, table })).toBe(false);
    expect(await admits(accepted, { uid: 1001, table })).toBe(true);
  });

  test('a socket that its process has closed belongs to nobody, though the kernel shows root', async () => {
    const { accepted } = await connection('127.0.0.1');
    const table = async () => tableFor(accepted, 0, '0');
    expect(await admits(accepted, { uid: 1000, table })).toBe(false);
  });

  test('everybody is admitted where the system cannot tell', async () => {
    const { accepted } = await connection('127.0.0.1');
    expect(await admits(accepted, { uid: 1000, table: async () => '' })).toBe(true);
    expect(await admits(accepted, { uid: undefined })).toBe(true);
  });

  test('a connection is looked up once, and connections that come together share a look', async () => {
    let reads = 0;
    const sockets = await Promise.all(Array.from({ length: 20 }, () => connection('127.0.0.1')));
    const rows = sockets.map(({ accepted }) => tableFor(accepted, 1000)).join('\n');
    const peers = createPeers({
      uid: 1000,
      table: async () => {
        reads += 1;
        return rows;
      },
    });
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(sockets.map(({ accepted }) => peers.admits(accepted)));
      expect(new Set(answers)).toEqual(new Set([true]));
    }
    expect(reads).toBeLessThanOrEqual(2);
  });
});

// Only root can start programs as somebody else.
test.skipIf(!isLinux || !isRoot)('a server of one user refuses another user, and answers its own and root', async () => {
  const tooLarge = { status: 413, headers: {}, body: '' };
  const handler = async () => ({ status: 200, headers: {}, body: 'hello' });
  const { port, close } = await listen(handler, {
    port: 0,
    bodyLimitBytes: 1000,
    tooLarge,
    admits: createPeers({ uid: 65_534 }).admits,
  });
  onTestFinished(() => close());
  expect(await ask(port, 0)).toBe('200 hello');
  expect(await ask(port, 65_534)).toBe('200 hello');
  expect(await ask(port, 65_533)).toMatch(/^403 This server answers the user who started it, and root; .*$/);
});

/** Status and text that a program of this user gets. */
async function ask(port: number, uid: number): Promise<string> {
  // It becomes that user by itself: the folder of this Node may be closed to anybody else.
  const code = `process.setuid(${uid}); require('node:http').get('http://127.0.0.1:${port}/', (r) => r.on('data', (d) => process.stdout.write(r.statusCode + ' ' + d)))`;
  const child = spawn(process.execPath, ['-e', code], { cwd: '/' });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child, 'close');
  return output.trim();
}

/**
 * What the kernel shows of both ends of a connection over IPv4 loopback: this process's end, and the peer's as of this
 * user.
 */
function tableFor({ localPort = 0, remotePort = 0 }: Socket, uid: number, inode = '4711'): string {
  const end = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const row = (from: number, to: number, owner: number, node: string): string =>
    `   1: ${end(from)} ${end(to)} 01 00000000:00000000 00:00000000 00000000  ${owner}        0 ${node} 1 0000000000000000 20 4 30 10 -1`;
  return [
    '  sl  local_address rem_address',
    row(localPort, remotePort, 1000, '4710'),
    row(remotePort, localPort, uid, inode),
  ].join('\n');
}
