import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface BuildOptions {
  /** The folder for the built page. Default: `dist` beside this file. */
  readonly outdir?: string;
  /** Called with one line after a build. */
  readonly log?: (line: string) => void;
}

const here = fileURLToPath(new URL('./', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));
const defaultOutdir = join(here, 'dist');
const stampName = 'inputs.sha256';

/** Every file that the page is built from. The lock file stands for the packages. */
const inputs = (): string[] => [
  ...['src', 'public'].flatMap((folder) => filesUnder(join(here, folder))),
  ...['index.html', 'build.ts', 'tsconfig.json'].map((name) => join(here, name)),
  ...['package-lock.json', 'tsconfig.json'].map((name) => join(project, name)),
];

/** Whether the built page was made from the inputs as they are now. */
export function isPageUpToDate(outdir = defaultOutdir): boolean {
  const stampFile = join(outdir, stampName);
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digestOf(inputs());
}

/**
 * Builds the page if its inputs have changed. Vite is loaded only then, so that a page that is up to date costs little.
 * A server that serves the folder always has the old page or the new one, never a mixture.
 */
export async function bringPageUpToDate({ outdir = defaultOutdir, log = () => {} }: BuildOptions = {}): Promise<void> {
  if (isPageUpToDate(outdir)) return;

  const wanted = digestOf(inputs());
  const started = performance.now();
  // So that two simultaneous builds, such as by `npm start` and by a test, do not conflict.
  const next = `${outdir}.${process.pid}`;
  const { NODE_ENV } = process.env;
  try {
    // React, Apollo and Vite read it to choose their production code; a test runner sets it to `test`.
    process.env['NODE_ENV'] = 'production';
    const { build } = await import('vite');
    await build({
      root: here,
      configFile: false,
      // The page can be served under any path.
      base: './',
      logLevel: 'warn',
      // No polyfill and no inline script, so that the page works under the strictest content security policy.
      build: {
        outDir: next,
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: { output: { codeSplitting: { groups } } },
      },
      oxc: { jsx: { runtime: 'automatic' } },
    });
    writeFileSync(join(next, stampName), wanted);
    const sizes = sizesOf(next);
    publish(next, outdir);
    log(`Built ${relative(process.cwd(), outdir) || '.'} in ${Math.round(performance.now() - started)} ms: ${sizes}.`);
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    rmSync(next, { recursive: true, force: true });
  }
}

const isReact = /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/;

/**
 * React stays in a browser's cache when the page changes. What else every visitor loads is one file: in many small ones,
 * as the parts that are loaded later would have it, they take 5 kB more.
 */
const groups = [
  { name: 'react', test: isReact, priority: 1 },
  { name: 'start', tags: ['$initial' as const] },
];

/**
 * Assets are named by their content, so old and new ones can coexist. The page that names them follows, the stamp is
 * last.
 */
function publish(next: string, outdir: string): void {
  const before = existsSync(outdir) ? filesUnder(outdir).map((file) => relative(outdir, file)) : [];
  const files = filesUnder(next).map((file) => relative(next, file));
  const rank = (file: string): number => ['index.html', stampName].indexOf(file);
  for (const file of files.toSorted((one, other) => rank(one) - rank(other))) {
    mkdirSync(join(outdir, file, '..'), { recursive: true });
    renameSync(join(next, file), join(outdir, file));
  }
  for (const file of before) if (!files.includes(file) && file !== 'outputs.json') rmSync(join(outdir, file), { force: true });
}

/** The gzipped sizes: first of what every visitor loads before they can sign in, then of the rest. */
function sizesOf(folder: string): string {
  const entry = readFileSync(join(folder, 'index.html'), 'utf8');
  const size = (files: readonly string[]): string => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return `${(bytes / 1000).toFixed(1)} kB`;
  };
  const assets = filesUnder(join(folder, 'assets'));
  const isFirst = (file: string): boolean => entry.includes(relative(folder, file).replaceAll('\\', '/'));
  const of = (suffix: string) => assets.filter((file) => file.endsWith(suffix));
  return `${size(of('.js').filter(isFirst))} of script and ${size(of('.css'))} of style to sign in, ${size(
    of('.js').filter((file) => !isFirst(file)),
  )} more for whoever is signed in (gzip)`;
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.toSorted()) hash.update(`\n${relative(project, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (import.meta.main) await bringPageUpToDate({ log: (line) => process.stdout.write(`${line}\n`) });
