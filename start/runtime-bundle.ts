import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { CommandError } from '../infra/errors/command-error.ts';
import { digestOf, filesUnder } from '../infra/synth/inputs.ts';

// The local runtime as a few files instead of 650, which starts faster and takes less memory: docs/performance.md.
// `node local/main.ts` runs the sources themselves, for instance in a debugger.

const thisProject = fileURLToPath(new URL('../', import.meta.url));
const unusedMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Bundles the local runtime of a project if its sources have changed, in a process of its own. Resolves to the path of
 * the file to run. Throws a CommandError with esbuild's message if the sources cannot be bundled.
 */
export async function bringRuntimeUpToDate(project = thisProject): Promise<string> {
  const folder = currentBundle(project);
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
  } else {
    const command = spawn(process.execPath, [fileURLToPath(import.meta.url), project], { stdio: ['ignore', 'inherit', 'pipe'] });
    const [errors, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')]);
    if (code !== 0) throw new CommandError(`The local runtime cannot be bundled:\n${errors.trimEnd()}`);
  }
  return join(folder, 'main.mjs');
}

/**
 * The folder for the bundle of the sources as they are now. Its name says what the bundle is made from, so that a
 * running runtime keeps its bundle, of which it still loads parts, while another one is made. The lock file stands for
 * all packages.
 */
function currentBundle(project: string): string {
  const inputs = ['local', 'start', 'package-lock.json'].flatMap((name) => filesUnder(join(project, name)));
  // The bundle contains the path of the project.
  return join(bundlesOf(project), digestOf(inputs, `${project} ${process.version}`, project).slice(0, 32));
}

const bundlesOf = (project: string): string => join(project, 'node_modules', '.cache', 'runtime');

async function bundleRuntime(project: string): Promise<void> {
  const folder = currentBundle(project);
  const next = `${folder}.${process.pid}`;
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      absWorkingDir: project,
      entryPoints: { main: 'local/main.ts', worker: 'local/lambda/worker.ts' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: `node${process.versions.node}`,
      mainFields: ['module', 'main'],
      outdir: next,
      outExtension: { '.js': '.mjs' },
      // For the CommonJS packages in it. The name of the import must differ from that in any source.
      banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
      plugins: [keepUrls],
      logLevel: 'warning',
      write: false,
    });
    mkdirSync(next, { recursive: true });
    for (const { path, text } of outputFiles) writeFileSync(path, inOneByte(text));
    renameSync(next, folder);
  } catch (error) {
    // Another process may have made the same bundle meanwhile.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/**
 * For a single character outside Latin-1, V8 keeps a whole text in two bytes per character. esbuild escapes them in code,
 * but not in comments.
 */
function inOneByte(code: string): string {
  return code.replace(/^\s*(?:\/\/|\/?\*).*$/gm, (comment) => comment.replace(/[^\0-\xff]/g, '?'));
}

/**
 * The URL of a module remains that of its source, since it is used to find the files beside it. The worker is the
 * exception: it is a part of the bundle.
 */
const keepUrls: Plugin = {
  name: 'keep-urls',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const urlOfSource = JSON.stringify(pathToFileURL(path).href);
      const parts = readFileSync(path, 'utf8').split("new URL('./worker.ts', import.meta.url)");
      const contents = parts
        .map((part) => part.replaceAll('import.meta.url', urlOfSource))
        .join("new URL('./worker.mjs', import.meta.url)");
      return { contents, loader: 'ts' };
    });
  },
};

/** Removes the bundles that nobody has started for a week. */
function removeUnused(project: string): void {
  const bundles = bundlesOf(project);
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name);
    const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > unusedMs) rmSync(path, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [, , project = thisProject] = process.argv;
  try {
    await bundleRuntime(project);
    removeUnused(project);
  } catch (error) {
    // esbuild has printed its errors, with their places.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
