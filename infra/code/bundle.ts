import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, type BuildOptions, type BuildResult, build } from 'esbuild';
import { ConfigurationError } from '../configuration-error.ts';
import { slimSdk, unreached, unreachedUnsigned } from './slim-sdk.ts';

export interface LambdaBundle {
  /** The entry file, which exports `handler`. */
  readonly entry: string;
  /** Made and filled with `index.js`. The source map goes beside the folder, so that it is not deployed. */
  readonly folder: string;
  /** Whether the function signs requests; not where it calls unsigned operations only. */
  readonly signs: boolean;
}

/** A Lambda entry of our own, as one CommonJS file. The same sources give the same bytes. */
export async function bundleLambda({ entry, folder, signs }: LambdaBundle): Promise<void> {
  await bundleFunction({ entry, folder }, { alias: signs ? unreached : unreachedUnsigned, plugins: [slimSdk] });
}

/** As `bundleLambda`, for code that is not ours: it may reach any part of the SDK, so that nothing is left out. */
export async function bundleTrigger(trigger: Omit<LambdaBundle, 'signs'>): Promise<void> {
  await bundleFunction(trigger, {});
}

async function bundleFunction({ entry, folder }: Omit<LambdaBundle, 'signs'>, options: BuildOptions): Promise<void> {
  const { code, map } = await bundle({
    ...options,
    entryPoints: [entry],
    platform: 'node',
    target: 'node24',
    // CommonJS, as an ESM `import 'node:http'` evaluates every export and with them undici: 20 ms on Node 24.
    format: 'cjs',
    // `import('node:http')` becomes `require`, for the same reason.
    supported: { 'dynamic-import': false },
    // The SDK's ES modules lose what is unused; its CommonJS build is one file for all operations.
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    outfile: join(folder, 'index.js'),
  });
  await mkdir(folder, { recursive: true });
  await Promise.all([writeFile(join(folder, 'index.js'), code), writeFile(`${folder}.js.map`, map)]);
}

/** The largest code that AppSync takes (https://docs.aws.amazon.com/general/latest/gr/appsync.html). */
const resolverLimitBytes = 32_768;

export interface ResolverBundle {
  /** The entry file, which exports `request` and `response`. */
  readonly entry: string;
  /** Where a copy goes, for the lint. */
  readonly copy: string;
}

/** An APPSYNC_JS entry, as the one ES module that AppSync wants. Throws when it is too large. */
export async function bundleResolver({ entry, copy }: ResolverBundle): Promise<string> {
  const { code } = await bundle({
    entryPoints: [entry],
    platform: 'node',
    target: 'esnext',
    format: 'esm',
    // Part of the runtime.
    external: ['@aws-appsync/utils'],
    outfile: copy,
  });
  const size = Buffer.byteLength(code);
  if (size > resolverLimitBytes) {
    throw new ConfigurationError('The resolver code is too large:', [
      `${size} bytes once bundled; AppSync takes ${resolverLimitBytes}.`,
    ]);
  }
  await mkdir(dirname(copy), { recursive: true });
  await writeFile(copy, code);
  return code;
}

async function bundle(
  options: BuildOptions & { readonly outfile: string },
): Promise<{ readonly code: string; readonly map: string }> {
  const { outputFiles = [] } = await buildOrRefuse({
    ...options,
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // Paths in the output do not depend on where the command was given.
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.js.map') };
}

async function buildOrRefuse(options: BuildOptions): Promise<BuildResult> {
  try {
    return await build(options);
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    const { errors } = error as BuildFailure; // esbuild's only error with that member
    const lines = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text));
    throw new ConfigurationError('The code cannot be bundled:', lines);
  }
}
