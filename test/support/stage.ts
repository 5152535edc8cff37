import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { bundleLambdas } from '../../infra/code/bundle.ts';
import { bundleOwnCode } from '../../infra/code/own-code.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import type { SettingsInput } from '../../infra/settings/stage.ts';
import { triggersOf } from '../../infra/settings/stage-triggers.ts';
import type { TriggerKey } from '../../infra/settings/users/triggers.ts';
import { stageSettings } from '../../infra/stage-settings.ts';
import { code, context } from './infra/stack.ts';
import { type System, type SystemOptions, startSystem } from './system.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The settings of a stage, without the name of its stack. */
export type StageInput = Omit<SettingsInput, 'naming'> & Partial<Pick<SettingsInput, 'naming'>>;

export interface StageOptions extends Omit<SystemOptions, 'assembly'> {
  /** Entry files that settings may not name, relative to the root of the project: the tests' own triggers. */
  readonly entries?: Readonly<Partial<Record<TriggerKey, string>>>;
}

/**
 * Synthesises a stage with these settings for the laptop, and runs it like `npm start`. Throws if the settings are
 * refused.
 */
export async function startStage(input: StageInput, { entries, ...options }: StageOptions = {}): Promise<System> {
  const assembly = await synthesiseStage(input, entries);
  try {
    const system = await startSystem({ ...options, assembly });
    return Object.assign(system, { close: closing(system.close, assembly) });
  } catch (error) {
    rmSync(assembly, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The folder of its cloud assembly, which the caller must remove. The API's functions are those of the global setup,
 * unless the stage has a captcha or other providers, which those leave out.
 */
export async function synthesiseStage(input: StageInput, entries: StageOptions['entries'] = {}): Promise<string> {
  const settings = stageSettings({ stage: 'test', local: true }, { test: { naming: { stackName: 'Test' }, ...input } });
  const outdir = mkdtempSync(join(tmpdir(), 'stage-'));
  const triggers = triggersOf(settings).map(({ key, entry, constants }) => ({
    key,
    entry: join(project, entries[key] ?? entry),
    folder: join(outdir, 'triggers', key),
    constants,
  }));
  await bundleLambdas(triggers);
  const functions =
    settings.protection.captcha === null && settings.federation === null
      ? code
      : await bundleOwnCode({ settings, outdir: join(outdir, 'bundles') });
  const bundled = { ...functions, triggers: Object.fromEntries(triggers.map(({ key, folder }) => [key, folder])) };
  const app = new App({ context, outdir, builtinCloudFormationValidation: false });
  new AuthStack(app, settings.naming.stackName, { settings, code: bundled, now: new Date() });
  app.synth();
  return outdir;
}

function closing(close: System['close'], assembly: string): System['close'] {
  return async () => {
    await close();
    rmSync(assembly, { recursive: true, force: true });
  };
}
