import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, type BuildOptions, type BuildResult, buildSync } from 'esbuild';
import { ConfigurationError } from './configuration-error.ts';

const project = fileURLToPath(new URL('../', import.meta.url));

const stub = (name: string): string => fileURLToPath(new URL(`./stubs/${name}.ts`, import.meta.url));

/** What the SDK imports and no function of ours reaches, with what it stands for in the bundle. */
const unreached = {
  // 135 kB of sso, ini files, processes and instance metadata, none of which Lambda has.
  '@aws-sdk/credential-provider-node': stub('no-credentials'),
  // Only S3 Select, Transcribe and their like stream events.
  '@smithy/core/event-streams': stub('empty'),
};

const unsigned = { '@smithy/signature-v4': stub('no-signer') };

export interface LambdaBundle {
  /** The entry file, which exports `handler`. */
  readonly entry: string;
  /** Made and filled with `index.js`. The source map goes beside the folder, so that it is not deployed. */
  readonly folder: string;
  /** Whether the function signs requests; not where it calls unsigned operations only. */
  readonly signs: boolean;
}

/** A Lambda entry, as one CommonJS file. The same sources give the same bytes. */
export function bundleLambda({ entry, folder, signs }: LambdaBundle): void {
  const { code, map } = bundle({
    entryPoints: [entry],
    platform: 'node',
    target: 'node24',
    // CommonJS, as an ESM `import 'node:http'` evaluates every export and with them undici: 20 ms on Node 24.
    format: 'cjs',
    // The SDK's ES modules lose what is unused; its CommonJS build is one file for all operations.
    mainFields: ['module', 'main'],
    // `import('node:http')` becomes `require`, for the same reason as the format.
    supported: { 'dynamic-import': false },
    minify: true,
    alias: { ...unreached, ...(signs ? {} : unsigned) },
    sourcemap: 'external',
    sourcesContent: false,
    outfile: join(folder, 'index.js'),
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), code);
  writeFileSync(`${folder}.js.map`, map);
}

/** The largest code that AppSync takes (https://docs.aws.amazon.com/general/latest/gr/appsync.html). */
const resolverLimitBytes = 32_768;

/** An APPSYNC_JS entry, as the one ES module that AppSync wants. Throws when it is too large. */
export function bundleResolver(entry: string): string {
  const { code } = bundle({
    entryPoints: [entry],
    platform: 'node',
    target: 'esnext',
    format: 'esm',
    // Part of the runtime.
    external: ['@aws-appsync/utils'],
    outfile: 'resolver.js',
  });
  const size = Buffer.byteLength(code);
  if (size > resolverLimitBytes) {
    throw new ConfigurationError('The resolver code is too large:', [
      `${size} bytes once bundled; AppSync takes ${resolverLimitBytes}.`,
    ]);
  }
  return code;
}

function bundle(options: BuildOptions & { readonly outfile: string }): { readonly code: string; readonly map: string } {
  const { outputFiles = [] } = build({
    ...options,
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // Paths in the output do not depend on where the command was given.
    absWorkingDir: project,
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.js.map') };
}

function build(options: BuildOptions): BuildResult {
  try {
    return buildSync(options);
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    const { errors } = error as BuildFailure; // esbuild's only error with that member
    const lines = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text));
    throw new ConfigurationError('The code cannot be bundled:', lines);
  }
}
