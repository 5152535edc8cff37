import { join } from 'node:path';
import { bundleLambda, bundleResolver } from './bundle.ts';
import { type FunctionName, functionNames } from './operations.ts';

/** The code of the API, bundled. Made before the constructs, which cannot wait. */
export interface BundledCode {
  /** The folder of each function's bundle. */
  readonly functions: Readonly<Record<FunctionName, string>>;
  /** The APPSYNC_JS code of every field. */
  readonly resolver: string;
}

/** Which functions sign requests: those that have a right in AWS. */
const signs = { user: false, 'sign-up': true, gpt: true } as const satisfies Record<FunctionName, boolean>;

/** Bundles `<function>.lambda.ts` and `invoke.appsync.ts` of a folder, all at once, into folders under `outdir`. */
export async function bundleCode(resolversFolder: string, outdir: string): Promise<BundledCode> {
  const folder = (name: FunctionName): string => join(outdir, name);
  const [resolver] = await Promise.all([
    bundleResolver({ entry: join(resolversFolder, 'invoke.appsync.ts'), copy: join(outdir, 'invoke.appsync.js') }),
    ...functionNames.map((name) =>
      bundleLambda({ entry: join(resolversFolder, `${name}.lambda.ts`), folder: folder(name), signs: signs[name] }),
    ),
  ]);
  return { resolver, functions: { user: folder('user'), 'sign-up': folder('sign-up'), gpt: folder('gpt') } };
}
