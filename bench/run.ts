// `npm run bench [name …]` runs every benchmark, or the named ones, one after the other, each in its own process.
// `peers` downloads packages, so it runs only if it is named.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const wanted = process.argv.slice(2);
const all = globSync('bench/*.bench.ts').sort();
const chosen = all.filter(
  (file) => (wanted.length === 0 && file !== 'bench/peers.bench.ts') || wanted.some((name) => file === `bench/${name}.bench.ts`),
);
if (chosen.length === 0) throw new Error(`No such benchmark. There are: ${all.join(', ')}.`);
for (const file of chosen) {
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
