import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { synthesise } from '../synth/synthesise.ts';

/** Entry of `cdk synth` and `cdk deploy`. `node infra/commands/app.ts` alone makes the same assembly, in the folder that CDK_OUTDIR names. */
try {
  // The CLI hands over the context of cdk.json; without it, the feature flags have to come from the same place.
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
  const app = new App({ context });
  const isOn = (name: string): boolean => String(app.node.tryGetContext(name) ?? false) === 'true';
  await synthesise(app, {
    stage: String(app.node.tryGetContext('stage') ?? (process.env['STAGE'] || 'dev')),
    local: isOn('local'),
    unprotected: isOn('unprotected'),
    comparedLater: isOn('comparedLater'),
    accepted: String(app.node.tryGetContext('accept') ?? '').split(','),
    deployments: fileURLToPath(new URL('../../deployments', import.meta.url)),
    deployed: app.node.tryGetContext('deployed'),
    account: process.env['CDK_DEFAULT_ACCOUNT'] || undefined,
    region: process.env['CDK_DEFAULT_REGION'] || undefined,
  });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
