// How long from `npm start` to the first sign-in: with nothing changed since the last synth, and from scratch?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bringRuntimeUpToDate } from '../start/runtime-bundle.ts';
import { seed } from './support/seed.ts';
import { ready } from './support/server.ts';
import { median, printTable } from './support/table.ts';

const rounds = Number(process.env['ROUNDS'] ?? 7);

const directory = mkdtempSync(join(tmpdir(), 'bench-start-'));
try {
  // A checkout of its own, so that the developer's cdk.out stays as it is.
  const checkout = join(directory, 'checkout');
  const skipped = new Set(['node_modules', 'cdk.out', '.local', '.git', 'coverage']);
  cpSync('.', checkout, { recursive: true, filter: (path) => !skipped.has(path) });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
  const dataDir = join(directory, 'data');
  const [credentials] = await seed(dataDir, 1, 1);

  const start = async (): Promise<{ readyMs: number; loginMs: number }> => {
    const began = performance.now();
    const child = spawn('npm', ['start'], {
      cwd: checkout,
      env: { ...process.env, PORT: '0', COGNITO_PORT: '0', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    await ready(child);
    const readyMs = performance.now() - began;
    const { GraphQLUrl, ApiKey } = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'));
    const query = 'mutation Login($input: LoginInput!) { login(input: $input) { __typename } }';
    const response = await fetch(GraphQLUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': ApiKey },
      body: JSON.stringify({ query, variables: { input: credentials } }),
    });
    const body = await response.text();
    if (!body.includes('"Tokens"')) throw new Error(`Not a sign-in: ${body}`);
    const loginMs = performance.now() - began;
    const exited = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await exited;
    return { readyMs, loginMs };
  };

  /** It is in this project's own cache, since the checkout borrows its packages. */
  const removeBundle = async () =>
    rmSync(dirname(await bringRuntimeUpToDate(join(checkout, '/'))), { recursive: true, force: true });

  await start();
  const unchanged = [];
  const scratch = [];
  for (let round = 0; round < rounds; round++) {
    unchanged.push(await start());
    for (const made of ['cdk.out', 'examples/web/dist']) rmSync(join(checkout, made), { recursive: true, force: true });
    await removeBundle();
    scratch.push(await start());
  }
  printTable(
    `From \`npm start\` (${rounds} interleaved rounds, medians)`,
    (
      [
        ['nothing changed since the last synth', unchanged],
        ['from scratch (synthesises, bundles the runtime, then builds the page)', scratch],
      ] as const
    ).map(([name, runs]) => ({
      start: name,
      'ready ms': median(runs.map(({ readyMs }) => readyMs)).toFixed(0),
      'first sign-in ms': median(runs.map(({ loginMs }) => loginMs)).toFixed(0),
    })),
  );
  await removeBundle();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
