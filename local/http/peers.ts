import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Finds out which user's program is at the other end of a loopback connection. */
export interface Peers {
  /** False for another user of this machine; root and the same user are admitted. Looked up once per connection. */
  admits(socket: Socket): Promise<boolean>;
}

export interface PeersOptions {
  /** The user of this process; undefined if the system has no user ids, in which case everybody is admitted. */
  readonly uid: number | undefined;
  /** Returns the text of a kernel table of sockets, or an empty one if there is none. */
  readonly table?: (name: 'tcp' | 'tcp6') => Promise<string>;
}

const attempts = 3;

/**
 * Linux lists the user of each socket in /proc/net/tcp and tcp6 (https://docs.kernel.org/networking/proc_net_tcp.html).
 * Other systems have no such table, and everybody is admitted there.
 */
export function createPeers({ uid, table = readTable }: PeersOptions): Peers {
  const tables = { tcp: shared(async () => parse(await table('tcp'))), tcp6: shared(async () => parse(await table('tcp6'))) };
  const known = new WeakMap<Socket, Promise<boolean>>();
  const look = async (socket: Socket): Promise<boolean> => {
    const { remoteAddress, remotePort, localAddress, localPort } = socket;
    if (remoteAddress === undefined || remotePort === undefined || localAddress === undefined || localPort === undefined)
      return false;
    const here = `${localAddress} ${localPort}`;
    const there = `${remoteAddress} ${remotePort}`;
    let canTell = false;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      // A client may use an IPv6 socket for a connection over IPv4.
      const rows = await tables[remoteAddress.includes(':') ? 'tcp6' : 'tcp']();
      const owner = rows.get(`${there} ${here}`) ?? (await tables.tcp6()).get(`${there} ${here}`);
      if (owner !== undefined) return owner === 0 || owner === uid;
      canTell ||= rows.has(`${here} ${there}`);
    }
    // The other end is closed or has no owner any more. But if the table does not even list our own end, it cannot
    // tell.
    return !canTell;
  };
  return {
    async admits(socket) {
      if (uid === undefined) return true;
      const answer = known.get(socket) ?? look(socket);
      known.set(socket, answer);
      return answer;
    },
  };
}

async function readTable(name: 'tcp' | 'tcp6'): Promise<string> {
  try {
    return await readFile(`/proc/net/${name}`, 'latin1');
  } catch {
    // Not Linux, or a sandbox without it.
    return '';
  }
}

/**
 * Callers who ask while a table is being read wait for the next reading, which they share, since the current one may be
 * older than their connection.
 */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    reading = read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return () => {
    if (reading === undefined) return begin();
    next ??= reading.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
}

/** The users of the sockets that some process has open, by `<address> <port> <peer's address> <peer's port>`. */
function parse(table: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const line of table.split('\n').slice(1)) {
    const [, local, remote, , , , , uid, , inode] = line.trim().split(/\s+/);
    // A socket that its process has closed has no inode, and is listed as root's.
    if (local === undefined || remote === undefined || inode === undefined || inode === '0') continue;
    rows.set(`${endpoint(local)} ${endpoint(remote)}`, Number(uid));
  }
  return rows;
}

/** `0100007F:0FA0` is `127.0.0.1 4000`: words of four bytes in the machine's byte order, and the port. */
function endpoint(text: string): string {
  const [words = '', port = ''] = text.split(':');
  return `${addresses.get(words) ?? words} ${Number.parseInt(port, 16)}`;
}

const addresses = new Map([
  ['0100007F', '127.0.0.1'],
  ['0000000000000000FFFF00000100007F', '127.0.0.1'],
  ['00000000000000000000000001000000', '::1'],
]);
