import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, type BuildOptions, type BuildResult, build } from 'esbuild';
import { ConfigurationError } from '../errors/configuration-error.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

export interface LambdaBundle {
  /** The entry file, which exports `handler`. */
  readonly entry: string;
  /** The folder that is created and filled with `index.js`. */
  readonly folder: string;
  /** Global names in the code that are replaced with these values, as JSON. Default: none. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /**
   * Whether the source map is deployed: it is then in the folder, and contains the sources of our own code. Otherwise
   * it is beside the folder, without sources. Default false.
   */
  readonly sourceMaps?: boolean;
}

/** The files that make up a bundle, relative to the root of the project. */
export type BundledFiles = readonly string[];

/** A Lambda entry of our own, as one CommonJS file. The same sources always give the same bytes. */
export async function bundleLambda({ entry, folder, sourceMaps = false, constants = {} }: LambdaBundle): Promise<BundledFiles> {
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
  const { code, map, files } = await bundle({
    define,
    entryPoints: [entry],
    platform: 'node',
    target: 'node24',
    // CommonJS, since an ESM `import 'node:http'` evaluates every export, including undici: 20 ms on Node 24.
    format: 'cjs',
    // Turns `import('node:http')` into `require`, for the same reason.
    supported: { 'dynamic-import': false },
    // Unused code is removed from the SDK's ES modules; its CommonJS build is one file for all operations.
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: sourceMaps ? 'linked' : 'external',
    sourcesContent: sourceMaps,
    outfile: join(folder, 'index.js'),
  });
  await mkdir(folder, { recursive: true });
  const mapFile = sourceMaps ? join(folder, 'index.js.map') : `${folder}.js.map`;
  await Promise.all([writeFile(join(folder, 'index.js'), code), writeFile(mapFile, fromTheRoot(map, folder))]);
  return files;
}

/**
 * Whether a module exports `handler`, as far as this can be determined without running it. A CommonJS module is assumed
 * to export it.
 */
export async function exportsHandler(entry: string): Promise<boolean> {
  try {
    const contents = `export { handler } from ${JSON.stringify(entry)};`;
    // Packages stay external, since only the export of the entry is in question.
    const stdin = { contents, resolveDir: project, loader: 'js' } as const;
    await build({ stdin, bundle: true, packages: 'external', platform: 'node', format: 'esm', write: false, logLevel: 'silent' });
    return true;
  } catch (error) {
    const { errors = [] } = error as Partial<BuildFailure>; // what esbuild throws
    // Bundling itself reports every other error, with its location.
    return !errors.some(({ text }) => /^No matching export .* "handler"$/.test(text));
  }
}

/**
 * Names the sources of a source map relative to the root of the project, wherever the bundle is written; esbuild names
 * them relative to the folder of the bundle. A constant has no file and keeps only its name (`<define:NAME>`), since
 * its folder would be one on the machine that built the bundle. The sources of packages are left out: they are
 * available elsewhere, and are more than half of what a cold start would read.
 */
function fromTheRoot(map: string, folder: string): string {
  const parsed: { readonly sources: readonly string[]; readonly sourcesContent?: readonly string[] } = JSON.parse(map);
  const sources = parsed.sources.map(
    (source) => constantName(source) ?? relative(project, resolve(folder, source)).replaceAll('\\', '/'),
  );
  const sourcesContent = parsed.sourcesContent?.map((text, index) => (sources[index]?.startsWith('node_modules/') ? null : text));
  return JSON.stringify({ ...parsed, sources, ...(sourcesContent && { sourcesContent }) });
}

function constantName(source: string): string | undefined {
  return /<define:[^>]*>$/.exec(source)?.[0];
}

/**
 * The largest code that AppSync accepts (https://docs.aws.amazon.com/general/latest/gr/appsync.html).
 * @see docs/aws-behaviour/appsync.md#appsync.limits.code
 */
const resolverLimitBytes = 32_768;

export interface ResolverBundle {
  /** The entry file, which exports `request` and `response`. */
  readonly entry: string;
  /** Where a copy for the lint is written. */
  readonly copy: string;
}

/** An APPSYNC_JS entry, as the one ES module that AppSync requires. Throws if it is too large. */
export async function bundleResolver({ entry, copy }: ResolverBundle): Promise<string> {
  const { code } = await bundle({
    entryPoints: [entry],
    platform: 'node',
    target: 'esnext',
    format: 'esm',
    // Part of AppSync's runtime.
    external: ['@aws-appsync/utils'],
    outfile: copy,
  });
  const size = Buffer.byteLength(code);
  if (size > resolverLimitBytes) {
    throw new ConfigurationError('The resolver code is too large:', [
      `${size} bytes once bundled; AppSync accepts at most ${resolverLimitBytes}.`,
    ]);
  }
  await mkdir(dirname(copy), { recursive: true });
  await writeFile(copy, code);
  return code;
}

async function bundle(
  options: BuildOptions & { readonly outfile: string },
): Promise<{ readonly code: string; readonly map: string; readonly files: BundledFiles }> {
  const { outputFiles = [], metafile } = await buildOrRefuse({
    ...options,
    bundle: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // So that paths in the output do not depend on the current directory.
    absWorkingDir: project,
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const files = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return { code: text('.js'), map: text('.js.map'), files };
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
