import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/**
 * Lambda entries of our own, each as one CommonJS file. The same sources always give the same bytes, whatever else is
 * bundled with them. Entries with the same options share one build, which reads and parses their common files once.
 */
export async function bundleLambdas(bundles: readonly LambdaBundle[]): Promise<BundledFiles[]> {
  const builds = new Map<string, LambdaBundle[]>();
  for (const bundle of bundles) {
    const options = JSON.stringify([bundle.sourceMaps, bundle.constants]);
    builds.set(options, [...(builds.get(options) ?? []), bundle]);
  }
  const files = new Map(await Promise.all([...builds.values()].map(bundleTogether)).then((parts) => parts.flat()));
  return bundles.map((bundle) => files.get(bundle) ?? []);
}

async function bundleTogether(bundles: readonly LambdaBundle[]): Promise<(readonly [LambdaBundle, BundledFiles])[]> {
  const { sourceMaps = false, constants = {} } = bundles[0] ?? {};
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
  const made = await bundle({
    define,
    entryPoints: bundles.map(({ entry }, index) => ({ in: entry, out: String(index) })),
    platform: 'node',
    target: 'node24',
    // CommonJS, since an ESM `import 'node:http'` evaluates every export, including undici: 20 ms on Node 24.
    format: 'cjs',
    // Turns `import('node:http')` into `require`, for the same reason.
    supported: { 'dynamic-import': false },
    // Unused code is removed from the SDK's ES modules; its CommonJS build is one file for all operations.
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'external',
    sourcesContent: sourceMaps,
    // Nothing is written there. It makes source maps name their sources relative to the root of the project.
    outdir: project,
  });
  return Promise.all(
    bundles.map(async (bundle, index) => {
      const { code, map, files } = made(`${index}.js`);
      const { folder } = bundle;
      await mkdir(folder, { recursive: true });
      await Promise.all([
        writeFile(join(folder, 'index.js'), sourceMaps ? `${code}//# sourceMappingURL=index.js.map\n` : code),
        writeFile(sourceMaps ? join(folder, 'index.js.map') : `${folder}.js.map`, withoutPackages(map)),
      ]);
      return [bundle, files] as const;
    }),
  );
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
 * Leaves the sources of packages out of a source map: they are available elsewhere, and are more than half of what a cold
 * start would read.
 */
function withoutPackages(map: string): string {
  const parsed: { readonly sources: readonly string[]; readonly sourcesContent?: readonly string[] } = JSON.parse(map);
  const { sources, sourcesContent } = parsed;
  if (sourcesContent === undefined) return map;
  const own = sourcesContent.map((text, index) => (sources[index]?.startsWith('node_modules/') ? null : text));
  return JSON.stringify({ ...parsed, sourcesContent: own });
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
  const made = await bundle({
    entryPoints: [{ in: entry, out: 'resolver' }],
    platform: 'node',
    target: 'esnext',
    format: 'esm',
    // Part of AppSync's runtime.
    external: ['@aws-appsync/utils'],
    outdir: project,
  });
  const { code } = made('resolver.js');
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

/** Builds without writing. The result gives, by the name of an output, its code, its map and the files it is made of. */
async function bundle(
  options: BuildOptions,
): Promise<(output: string) => { readonly code: string; readonly map: string; readonly files: BundledFiles }> {
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
  const text = (name: string): string => outputFiles.find(({ path }) => path === join(project, name))?.text ?? '';
  return (output) => ({
    code: text(output),
    map: text(`${output}.map`),
    files: Object.entries(metafile?.outputs[output]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  });
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
