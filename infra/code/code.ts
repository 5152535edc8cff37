import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FunctionName, functionNames } from '../schema/operations.ts';
import { type TriggerKey, type TriggerSettings, triggerKeys } from '../settings/triggers.ts';
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
export async function bundleCode(resolversFolder: string, outdir: string, triggers: TriggerSettings): Promise<BundledCode> {
  const folder = (name: FunctionName): string => join(outdir, name);
  const configured = triggerKeys.flatMap((key) => {
    const trigger = triggers[key];
    return trigger ? [{ key, entry: join(project, trigger.entry), folder: join(outdir, 'triggers', key) }] : [];
  });
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
