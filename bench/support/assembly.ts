import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleOwnCode } from '../../infra/code/own-code.ts';
import { stages } from '../../infra/config.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import { stageSettings } from '../../infra/stage-settings.ts';

/**
 * Synthesises the stage `dev` for the laptop into a folder: unchanged, or without activity and limits, so that its
 * functions write nothing themselves.
 */
export async function synthesiseDev(outdir: string, { writes }: { readonly writes: boolean }): Promise<void> {
  const { dev } = stages;
  const silent = { ...dev, activity: null, protection: { messageLimits: null, attemptLimits: null } };
  const settings = stageSettings({ stage: 'dev', local: true }, { dev: writes ? dev : silent });
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ outdir, context, builtinCloudFormationValidation: false });
  const code = await bundleOwnCode({ settings, outdir: join(outdir, 'bundles') });
  new AuthStack(app, settings.naming.stackName, { settings, code, now: new Date() });
  app.synth();
}
