import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, type BuildOptions, type BuildResult, build } from 'esbuild';
import { ConfigurationError } from '../errors/configuration-error.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

export interface LambdaBundle {
  /** The entry file, which exports `handler`. */
  readonly entry: string;
  /** Made and filled with `index.js`. */
  readonly folder: string;
  /** Global names in the code that are replaced by these values, as JSON. Default: none. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /**
   * Whether the source map goes into the folder, the sources of our own code included, and is deployed. Otherwise it
   * goes beside it, without them. Default false.
   */
  readonly sourceMaps?: boolean;
}

/** The files that a bundle is made of, from the root of the project. */
export type BundledFiles = readonly string[];

/** A Lambda entry of our own, as one CommonJS file. The same sources give the same bytes. */
export async function bundleLambda({ entry, folder, sourceMaps = false, constants = {} }: LambdaBundle): Promise<BundledFiles> {
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
  const { code, map, files } = await bundle({
    define,
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
 * Whether a module exports `handler`, as far as that can be told without running it: of a CommonJS module it is
 * believed.
 */
export async function exportsHandler(entry: string): Promise<boolean> {
  try {
    const contents = `export { handler } from ${JSON.stringify(entry)};`;
    // Only what is not there is asked: packages are left alone.
    const stdin = { contents, resolveDir: project, loader: 'js' } as const;
    await build({ stdin, bundle: true, packages: 'external', platform: 'node', format: 'esm', write: false, logLevel: 'silent' });
    return true;
  } catch (error) {
    const { errors = [] } = error as Partial<BuildFailure>; // what esbuild throws
    // Whatever else is wrong is told by the bundling itself, with its place.
    return !errors.some(({ text }) => /^No matching export .* "handler"$/.test(text));
  }
}

/**
 * A source map whose sources are named from the root of the project, wherever the bundle is made: esbuild names them
 * from the folder. A constant has no file, and keeps its name alone (`<define:NAME>`): its folder would be one of the
 * machine that built the bundle. The text of packages is left out: it can be had elsewhere, and is more than half of
 * what a cold start would read.
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
 * The largest code that AppSync takes (https://docs.aws.amazon.com/general/latest/gr/appsync.html).
 * @see docs/aws-behaviour/appsync.md#appsync.limits.code
 */
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
): Promise<{ readonly code: string; readonly map: string; readonly files: BundledFiles }> {
  const { outputFiles = [], metafile } = await buildOrRefuse({
    ...options,
    bundle: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // Paths in the output do not depend on where the command was given.
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
