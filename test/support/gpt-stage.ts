import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { bundleCode } from '../../infra/code/code.ts';
import { stages } from '../../infra/config.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import type { SettingsInput } from '../../infra/settings/stage.ts';
import { stageSettings } from '../../infra/stage-settings.ts';

/** The dev stage with other settings of `gpt`, synthesised as for the laptop. The folder is the caller's. */
export async function synthesiseGpt(gpt: SettingsInput['gpt']): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'gpt-stage-'));
  const settings = stageSettings({ stage: 'gpt', local: true }, { gpt: { ...stages.dev, naming: { stackName: 'Gpt' }, gpt } });
  const resolvers = fileURLToPath(new URL('../../resolvers', import.meta.url));
  const code = await bundleCode(resolvers, join(outdir, 'bundles'), settings);
  const app = new App({ outdir, builtinCloudFormationValidation: false });
  new AuthStack(app, 'Gpt', { settings, code, now: new Date() });
  app.synth();
  return outdir;
}
