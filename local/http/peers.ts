import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Tells whose program is at the other end of a connection over loopback. */
export interface Peers {
  /** False when it is another user's of this machine; root's and one's own are welcome. Looked up once a connection. */
  admits(socket: Socket): Promise<boolean>;
}

export interface PeersOptions {
  /** The user who runs this process; undefined where the system has no such numbers, and everybody is admitted. */
  readonly uid: number | undefined;
  /** Gives the text of a table of the kernel's sockets, the empty one where there is none. */
  readonly table?: (name: 'tcp' | 'tcp6') => Promise<string>;
}

const attempts = 3;

/**
 * Linux tells the user of each socket in /proc/net/tcp and tcp6 (https://docs.kernel.org/networking/proc_net_tcp.html). Other systems have no
 * such table, and everybody is admitted there.
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
      // A client may have opened an IPv6 socket for a connection over IPv4.
      const rows = await tables[remoteAddress.includes(':') ? 'tcp6' : 'tcp']();
      const owner = rows.get(`${there} ${here}`) ?? (await tables.tcp6()).get(`${there} ${here}`);
      if (owner !== undefined) return owner === 0 || owner === uid;
      canTell ||= rows.has(`${here} ${there}`);
    }
    // The other end has gone, or belongs to nobody any more; unless the table has not even our own end, and tells
    // nothing of the other one.
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
 * Whoever asks while a table is being read waits for the next reading, which is one for all of them: this one may be
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
    // A socket that its process has closed has no inode, and is shown as root's.
    if (local === undefined || remote === undefined || inode === undefined || inode === '0') continue;
    rows.set(`${endpoint(local)} ${endpoint(remote)}`, Number(uid));
  }
  return rows;
}

/** `0100007F:0FA0` is `127.0.0.1 4000`: words of four bytes in the machine's order, and the port. */
function endpoint(text: string): string {
  const [words = '', port = ''] = text.split(':');
  return `${addresses.get(words) ?? words} ${Number.parseInt(port, 16)}`;
}

const addresses = new Map([
  ['0100007F', '127.0.0.1'],
  ['0000000000000000FFFF00000100007F', '127.0.0.1'],
  ['00000000000000000000000001000000', '::1'],
]);
