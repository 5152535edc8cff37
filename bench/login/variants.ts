import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleLambdas } from '../../infra/code/bundle.ts';

/** The same login, in several ways. */
export interface Variant {
  readonly name: string;
  /** The bundle's main file. */
  readonly file: string;
  readonly bytes: number;
  /** What costs a call of the table, each of them one. */
  readonly uses: Uses;
}

interface Uses {
  readonly activity: boolean;
  readonly limits: boolean;
}

const nothing: Uses = { activity: false, limits: false };
/** Without both, the bundle holds no code for a table (test/infra/code/bundle.test.ts). */
const constants = ({ activity, limits }: Uses) => ({ ACTIVITY: activity, LIMITS: limits, CAPTCHA: false, FEDERATION: false });

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
    define: Object.fromEntries(Object.entries(constants(nothing)).map(([name, value]) => [name, String(value)])),
  });
  const built = async (name: string, uses: Uses): Promise<Variant> => {
    const folder = join(directory, name);
    await bundleLambdas([{ entry: 'resolvers/user.lambda.ts', folder, constants: constants(uses) }]);
    return variant(name, join(folder, 'index.js'), uses);
  };
  const silent = await built('neither activity nor limits', nothing);
  const cached = join(directory, 'cached');
  mkdirSync(cached);
  copyFileSync('bench/login/code-cache.cjs', join(cached, 'index.js'));
  copyFileSync(silent.file, join(cached, 'bundle.js'));
  return [
    variant('bare node:https', bare),
    silent,
    { ...variant("… with V8's code cache", join(cached, 'bundle.js')), file: resolve(cached, 'index.js') },
    await built('with activity', { activity: true, limits: false }),
    await built('with limits', { activity: false, limits: true }),
    variant('with both, as deployed', join(task, 'index.js'), { activity: true, limits: true }),
    variant('NodejsFunction default', standard),
  ];
}

function variant(name: string, path: string, uses = nothing): Variant {
  const file = resolve(path);
  return { name, file, bytes: readFileSync(file).byteLength, uses };
}
