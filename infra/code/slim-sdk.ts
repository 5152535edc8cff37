import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const stub = (name: string): string => fileURLToPath(new URL(`./stubs/${name}.ts`, import.meta.url));

/** What the SDK imports and no function of ours reaches, with what it stands for in a bundle. */
export const unreached = {
  // 135 kB of sso, ini files, processes and instance metadata, none of which Lambda has.
  '@aws-sdk/credential-provider-node': stub('no-credentials'),
  // 20 kB. Only S3 Select, Transcribe and their like stream events.
  '@smithy/core/event-streams': stub('empty'),
  // 4 kB.
  '@smithy/core/checksum': stub('checksum'),
};

/** The same, for a function that calls unsigned operations only. 6 kB. */
export const unreachedUnsigned = {
  ...unreached,
  '@aws-sdk/core/httpAuthSchemes': stub('unsigned'),
};

/**
 * Leaves out of a client
 * - its exceptions, each of them a class and a schema: one that it does not find by name becomes the client's base exception of that name, and
 *   the name is all that we look at;
 * - the SDK's own retry strategies, as `resolvers/retry.ts` is always given;
 * - all of its package.json but the version.
 * The bundles' tests hold their size, and that exceptions keep their names.
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(registeredException, '');
      // An upgrade of the SDK that writes them otherwise must not pass unseen.
      if (contents === source) throw new Error(`${path} holds no exceptions in the form that infra/slim-sdk.ts knows.`);
      return { contents };
    });
    build.onLoad(
      { filter: /@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/(Adaptive|Standard)RetryStrategy\.js$/ },
      ({ path }) => ({
        contents: `export class ${basename(path, '.js')} { constructor() { throw new Error('A client is given its retry strategy.'); } }`,
      }),
    );
    build.onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** The schema of an exception, and how it is told to the client. The base exception is of another namespace than `n0`. */
const registeredException =
  /export var (\w+)\$ = \[-3, n0, \w+,\s*\{[^{}]*\},\s*\[[^[\]]*\],\s*\[[^[\]]*\]\s*\];\s*n0_registry\.registerError\(\1\$, \1\);/g;
