import { readFile } from 'node:fs/promises';
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
 * Writes the 59 exceptions of the Cognito client, all kept as the client looks them up by name, as one function and 59 calls: 13 kB less.
 * And of a client's package.json, its version alone: 2 kB. What does not look as expected stays as it is.
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/models\/errors\.js$/ }, async ({ path }) => ({
      contents: sharedConstructors(await readFile(path, 'utf8')),
    }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** A class of no members but those that every exception has. */
const plainException =
  /export class (\w+) extends __BaseException \{\s*static shapeId = ("[^"]+");\s*name = "\1";\s*\$fault = ("\w+");\s*constructor\(opts\) \{\s*super\(\{\s*name: "\1",\s*\$fault: \3,\s*\.\.\.opts,\s*\}\);\s*Object\.setPrototypeOf\(this, \1\.prototype\);\s*\}\s*\}/g;

function sharedConstructors(source: string): string {
  const shared = `
function __exception(shapeId, $fault) {
  const name = shapeId.slice(shapeId.indexOf("#") + 1);
  return class extends __BaseException {
    static shapeId = shapeId;
    constructor(opts) {
      super({ name, $fault, ...opts });
    }
  };
}`;
  const slim = source.replace(plainException, 'export const $1 = /* @__PURE__ */ __exception($2, $3);');
  return slim === source ? source : slim + shared;
}
