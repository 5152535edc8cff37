import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { type FunctionName, functionNames, type PerFunction } from '../schema/operations.ts';
import type { Settings } from '../settings/stage.ts';
import { triggersOf } from '../settings/stage-triggers.ts';
import type { TriggerKey } from '../settings/users/triggers.ts';
import { bundleLambdas, bundleResolver, exportsHandler } from './bundle.ts';
import { functionConstants } from './constants.ts';

/** The bundled code of the API. It must exist before the constructs, which cannot wait for it. */
export interface BundledCode {
  /** The folder of the bundle of each function of the stage. */
  readonly functions: PerFunction<string>;
  /** The folder of the bundle of each trigger of the stage. */
  readonly triggers: Readonly<Partial<Record<TriggerKey, string>>>;
  /** The APPSYNC_JS code of every field that a function serves. */
  readonly resolver: string;
  /** The APPSYNC_JS code of a field that the stage disables. */
  readonly notEnabled: string;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles `<function>.lambda.ts` and `*.appsync.ts` of a folder and the triggers of the stage, all at once, into
 * folders under `outdir`.
 */
export async function bundleCode(resolversFolder: string, outdir: string, settings: Settings): Promise<BundledCode> {
  const { sourceMaps } = settings.functions;
  const folder = (name: FunctionName): string => join(outdir, name);
  const triggers = triggersOf(settings).map(({ key, entry, constants }) => ({
    key,
    entry: join(project, entry),
    folder: join(outdir, 'triggers', key),
    sourceMaps,
    constants,
  }));
  const resolver = (name: string): Promise<string> =>
    bundleResolver({ entry: join(resolversFolder, `${name}.appsync.ts`), copy: join(outdir, `${name}.appsync.js`) });
  const off = new Set<FunctionName>([
    ...(settings.administration === null ? (['admin'] as const) : []),
    ...(settings.gpt === null ? (['gpt'] as const) : []),
  ]);
  const constants = functionConstants(settings);
  const functions = functionNames
    .filter((name) => !off.has(name))
    .map((name) => ({ entry: join(resolversFolder, `${name}.lambda.ts`), folder: folder(name), sourceMaps, constants }));
  // Checked first, since it says more than a failed build.
  await Promise.all(triggers.map(requireHandler));
  const [invoke, notEnabled] = await Promise.all([
    resolver('invoke'),
    resolver('not-enabled'),
    bundleLambdas([...functions, ...triggers]),
  ]);
  return {
    resolver: invoke,
    notEnabled,
    triggers: Object.fromEntries(triggers.map(({ key, folder }) => [key, folder])),
    functions: {
      user: folder('user'),
      account: folder('account'),
      recovery: folder('recovery'),
      'sign-up': folder('sign-up'),
      ...(settings.administration !== null && { admin: folder('admin') }),
      ...(settings.gpt !== null && { gpt: folder('gpt') }),
    },
  };
}

/** Checked here, since Lambda would only report it at the first sign-up. */
async function requireHandler({ key, entry }: { readonly key: TriggerKey; readonly entry: string }): Promise<void> {
  const [setting, file] = [`triggers.${key}.entry`, relative(project, entry)];
  if (!existsSync(entry)) throw new ConfigurationError(`${setting} must be a file of this project; there is no ${file}.`);
  if (await exportsHandler(entry)) return;
  throw new ConfigurationError(`${setting} must be a file that exports handler; ${file} does not.`);
}
