import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleLambda } from '../../infra/code/bundle.ts';

/** The same login, in several ways. */
export interface Variant {
  readonly name: string;
  /** The bundle's main file. */
  readonly file: string;
  readonly bytes: number;
  /** Whether each login is recorded, with one more call. */
  readonly keepsActivity: boolean;
}

/**
 * Builds the bundles that the deployed one is compared with. `deployed` is the user function's folder in the cloud
 * assembly.
 */
export async function buildVariants(directory: string, deployed: string): Promise<readonly Variant[]> {
  const bare = join(directory, 'bare', 'index.js');
  // Outside the folder of this package's package.json, as in /var/task.
  const task = join(directory, 'task');
  cpSync(deployed, task, { recursive: true });
  // Inside the checkout, since it does not bundle the SDK but loads it from node_modules, as it loads the runtime's
  // copy in Lambda.
  const standard = join('node_modules', '.bench', 'index.js');
  mkdirSync(join('node_modules', '.bench'), { recursive: true });
  const common = { bundle: true, platform: 'node', target: 'node24', format: 'cjs' } as const;
  buildSync({ ...common, entryPoints: ['bench/login/bare.lambda.ts'], outfile: bare, minify: true });
  // The defaults of NodejsFunction.
  buildSync({
    ...common,
    entryPoints: ['resolvers/user.lambda.ts'],
    outfile: standard,
    external: ['@aws-sdk/*', '@smithy/*'],
    define: { ACTIVITY: 'false' },
  });
  const silent = join(directory, 'silent');
  await bundleLambda({ entry: 'resolvers/user.lambda.ts', folder: silent, constants: { ACTIVITY: false } });
  const cached = join(directory, 'cached');
  mkdirSync(cached);
  copyFileSync('bench/login/code-cache.cjs', join(cached, 'index.js'));
  copyFileSync(join(silent, 'index.js'), join(cached, 'bundle.js'));
  return [
    variant('bare node:https', bare),
    variant('without activity', join(silent, 'index.js')),
    { ...variant("… with V8's code cache", join(cached, 'bundle.js')), file: resolve(cached, 'index.js') },
    variant('with activity', join(task, 'index.js'), true),
    variant('NodejsFunction default', standard),
  ];
}

function variant(name: string, path: string, keepsActivity = false): Variant {
  const file = resolve(path);
  return { name, file, bytes: readFileSync(file).byteLength, keepsActivity };
}
