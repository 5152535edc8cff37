import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** The same login, three ways. */
export interface Variant {
  readonly name: string;
  /** The bundle's main file. */
  readonly file: string;
  readonly bytes: number;
}

/** Builds the bundles that the deployed one is held against. `deployed` is the user function's folder in the cloud assembly. */
export function buildVariants(
  directory: string,
  deployed: string,
): readonly [bare: Variant, deployed: Variant, standard: Variant] {
  const bare = join(directory, 'bare', 'index.js');
  // Away from this package's package.json, as in /var/task.
  const task = join(directory, 'task');
  cpSync(deployed, task, { recursive: true });
  // Inside the checkout, since it leaves the SDK to node_modules, as it leaves it to the runtime's copy in Lambda.
  const standard = join('node_modules', '.bench', 'index.js');
  mkdirSync(join('node_modules', '.bench'), { recursive: true });
  const common = { bundle: true, platform: 'node', target: 'node24', format: 'cjs' } as const;
  buildSync({ ...common, entryPoints: ['bench/login/bare.lambda.ts'], outfile: bare, minify: true });
  // What NodejsFunction does when it is told nothing.
  buildSync({ ...common, entryPoints: ['resolvers/user.lambda.ts'], outfile: standard, external: ['@aws-sdk/*', '@smithy/*'] });
  return [
    variant('bare node:https', bare),
    variant('deployed bundle', join(task, 'index.js')),
    variant('NodejsFunction default', standard),
  ];
}

function variant(name: string, path: string): Variant {
  const file = resolve(path);
  return { name, file, bytes: readFileSync(file).byteLength };
}
