import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { quantile } from './table.ts';

/** A closed loop: each connection sends its next request when the last one is answered. */
export interface Job {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** How long to send requests without counting them, so that the server's code is compiled. Default: no warm-up. */
  readonly warmUpSeconds?: number;
  /** A text that every answer must contain, so that a refusal is never counted as a success. */
  readonly expect: string;
}

export interface Load {
  /** All answered requests, including those of the warm-up. */
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Runs the loop in a separate process, so that the client's work is not counted as the server's. */
export async function load(job: Job): Promise<Load> {
  const child = fork(fileURLToPath(import.meta.url), ['client'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(job);
  const [result] = await once(child, 'message');
  await once(child, 'exit');
  return result as Load;
}

async function client({ url, headers, bodies, connections, seconds, warmUpSeconds = 0, expect }: Job): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let requests = 0;
  const start = performance.now() + warmUpSeconds * 1_000;
  const end = start + seconds * 1_000;
  let next = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now();
      const answer = await post(url, headers, bodies[next++ % bodies.length] ?? '', agent);
      if (!answer.includes(expect)) throw new Error(`Not a success: ${answer.slice(0, 500)}`);
      requests += 1;
      if (sent >= start) latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  const elapsed = (performance.now() - start) / 1_000;
  agent.destroy();
  return {
    requests,
    perSecond: latencies.length / elapsed,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
  };
}

function post(url: string, headers: Readonly<Record<string, string>>, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => resolve(Buffer.concat(chunks).toString()));
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}

if (process.argv[2] === 'client') {
  const [job] = await once(process, 'message');
  process.send?.(await client(job as Job));
  process.disconnect();
}
