import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { bundleCode } from './code/code.ts';
import { stageSettings } from './config.ts';
import { ConfigurationError } from './configuration-error.ts';
import { AuthStack } from './constructs/auth-stack.ts';

/** Entry of `cdk synth` and `cdk deploy`. `node infra/app.ts` alone makes the same assembly, in the folder that CDK_OUTDIR names. */
try {
  // The CLI hands over the context of cdk.json; without it, the feature flags have to come from the same place.
  const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
  const app = new App({ context });
  const settings = stageSettings({
    stage: String(app.node.tryGetContext('stage') ?? 'dev'),
    local: String(app.node.tryGetContext('local') ?? false) === 'true',
  });
  const code = await bundleCode(fileURLToPath(new URL('../resolvers', import.meta.url)), join(app.outdir, 'bundles'), settings);
  new AuthStack(app, settings.naming.stackName, { settings, code, now: new Date() });
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
