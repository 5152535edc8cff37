import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import { onTestFinished } from 'vitest';
import type { BundledCode } from '../../../infra/code/code.ts';
import { AuthStack } from '../../../infra/constructs/auth-stack.ts';
import type { Settings } from '../../../infra/settings/stage.ts';
import { triggerKeys } from '../../../infra/settings/users/triggers.ts';
import { type Selection, stageSettings } from '../../../infra/stage-settings.ts';
import type { Template } from '../../../infra/template/template.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const bundles = join(project, 'cdk.out', 'bundles');

/** The bundles of the global setup, so that tests of a template need not build their own. */
export const code: BundledCode = {
  functions: {
    user: join(bundles, 'user'),
    account: join(bundles, 'account'),
    recovery: join(bundles, 'recovery'),
    'sign-up': join(bundles, 'sign-up'),
    admin: join(bundles, 'admin'),
    gpt: join(bundles, 'gpt'),
  },
  // A template only names the folder of a trigger.
  triggers: Object.fromEntries(triggerKeys.map((key) => [key, join(bundles, 'user')])),
  resolver: readFileSync(join(bundles, 'invoke.appsync.js'), 'utf8'),
  notEnabled: readFileSync(join(bundles, 'not-enabled.appsync.js'), 'utf8'),
};

export const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));

/**
 * A stack in its own app, which keeps no tree and no stack traces. Its folder is removed after the test, or at once
 * outside a test.
 */
export function stackOf(settings: Settings, now = new Date(), bundled = code): { readonly app: App; readonly stack: AuthStack } {
  const outdir = mkdtempSync(join(tmpdir(), 'infra-'));
  try {
    onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  } catch {
    process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  }
  const app = new App({ context, outdir, builtinCloudFormationValidation: false, treeMetadata: false, stackTraces: false });
  return { app, stack: new AuthStack(app, settings.naming.stackName, { settings, code: bundled, now }) };
}

const templates = new Map<string, string>();

/** The template of these settings, synthesised once in a worker. Each caller has a copy of their own. */
export function templateOf(settings: Settings, now?: Date): Template {
  const key = JSON.stringify([settings, now]);
  const known = templates.get(key) ?? JSON.stringify(Assertions.fromStack(stackOf(settings, now).stack).toJSON());
  templates.set(key, known);
  return JSON.parse(known);
}

export const stageTemplate = (selection: Selection): Template => templateOf(stageSettings(selection));
