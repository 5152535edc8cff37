import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FunctionName, functionNames } from '../schema/operations.ts';
import type { StageTrigger } from '../settings/stage-triggers.ts';
import type { TriggerKey } from '../settings/triggers.ts';
import { bundleLambda, bundleResolver, bundleTrigger } from './bundle.ts';

/** The code of the API, bundled. Made before the constructs, which cannot wait. */
export interface BundledCode {
  /** The folder of each function's bundle. */
  readonly functions: Readonly<Record<FunctionName, string>>;
  /** The same of each trigger that the stage has. */
  readonly triggers: Readonly<Partial<Record<TriggerKey, string>>>;
  /** The APPSYNC_JS code of every field. */
  readonly resolver: string;
}

/** Which functions sign requests: those that have a right in AWS. */
const signs = { user: false, 'sign-up': true, gpt: true } as const satisfies Record<FunctionName, boolean>;

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles `<function>.lambda.ts` and `invoke.appsync.ts` of a folder and the stage's triggers, all at once, into folders under `outdir`. */
export async function bundleCode(
  resolversFolder: string,
  outdir: string,
  triggers: readonly StageTrigger[],
): Promise<BundledCode> {
  const folder = (name: FunctionName): string => join(outdir, name);
  const configured = triggers.map(({ key, entry, constants }) => ({
    key,
    entry: join(project, entry),
    folder: join(outdir, 'triggers', key),
    constants,
  }));
  const [resolver] = await Promise.all([
    bundleResolver({ entry: join(resolversFolder, 'invoke.appsync.ts'), copy: join(outdir, 'invoke.appsync.js') }),
    ...functionNames.map((name) =>
      bundleLambda({ entry: join(resolversFolder, `${name}.lambda.ts`), folder: folder(name), signs: signs[name] }),
    ),
    ...configured.map(bundleTrigger),
  ]);
  return {
    resolver,
    triggers: Object.fromEntries(configured.map(({ key, folder }) => [key, folder])),
    functions: { user: folder('user'), 'sign-up': folder('sign-up'), gpt: folder('gpt') },
  };
}
