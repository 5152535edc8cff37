// How much memory does the local runtime hold: at rest, under minutes of mixed load, and a minute after the last
// request?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { load } from './support/load.ts';
import { mixedLoad, oddRequests } from './support/mixed-load.ts';
import { seed } from './support/seed.ts';
import { startServer } from './support/server.ts';
import { median, printTable } from './support/table.ts';

const seconds = Number(process.env['SECONDS'] ?? 180);

const directory = mkdtempSync(join(tmpdir(), 'bench-memory-'));
try {
  const rows = [];
  for (const [name, jobs] of [
    ['sign-ins, sign-ups, reads, refreshes', mixedLoad],
    ['requests that are refused', oddRequests],
  ] as const) {
    const dataDir = join(directory, String(rows.length));
    const credentials = await seed(dataDir, 100, 100);
    const server = await startServer(dataDir);
    try {
      await setTimeout(10_000);
      const atRest = server.rssMb();
      const samples: number[] = [];
      const sampler = setInterval(() => samples.push(server.rssMb()), 500);
      const loads = await Promise.all((await jobs(server, credentials)).map((job) => load({ ...job, seconds })));
      clearInterval(sampler);
      await setTimeout(60_000);
      rows.push({
        load: name,
        requests: Math.round(loads.reduce((sum, { perSecond }) => sum + perSecond * seconds, 0)).toLocaleString('en'),
        'MB at rest': atRest.toFixed(0),
        'median MB': median(samples).toFixed(0),
        'highest MB': Math.max(...samples).toFixed(0),
        'MB a minute after': server.rssMb().toFixed(0),
      });
    } finally {
      await server.stop();
    }
  }
  printTable(`Resident memory of the local runtime (${seconds} s of load)`, rows);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
