import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * A local Cognito emulator of another project. None is a dependency: each is downloaded into a temporary folder, if it
 * is available.
 */
export interface Peer {
  readonly name: string;
  /** Installs it into an empty folder; returns false if it is not available. */
  install(folder: string): boolean;
  /** The command that serves on the port. */
  command(folder: string, port: number): { readonly file: string; readonly args: readonly string[]; readonly env: object };
}

export interface RunningPeer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const fetched = (file: string, args: readonly string[]): boolean => spawnSync(file, args, { stdio: 'ignore' }).status === 0;

export const peers: readonly Peer[] = [
  {
    name: 'cognito-local 5.3.0',
    install: (folder) => fetched('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', 'cognito-local@5.3.0']),
    command: (folder, port) => ({
      file: process.execPath,
      args: [join(folder, 'node_modules/cognito-local/lib/bin/start.js')],
      env: { PORT: String(port), HOST: '127.0.0.1' },
    }),
  },
  {
    name: 'moto 5.2.5',
    install: (folder) =>
      fetched('python3', ['-m', 'venv', folder]) &&
      fetched(join(folder, 'bin/pip'), ['install', '--retries', '0', 'moto[server,cognitoidp]==5.2.5']),
    command: (folder, port) => ({ file: join(folder, 'bin/moto_server'), args: ['-p', String(port)], env: {} }),
  },
];

/** Starts it, in its own folder, where it may keep its data. */
export async function startPeer(peer: Peer, folder: string): Promise<RunningPeer> {
  const port = await freePort();
  const { file, args, env } = peer.command(folder, port);
  const child = spawn(file, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, child);
  return {
    endpoint,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`The peer ended with ${child.exitCode}.`);
    if (await fetch(endpoint).then(Boolean, () => false)) return;
    await setTimeout(100);
  }
  throw new Error('The peer does not answer.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
