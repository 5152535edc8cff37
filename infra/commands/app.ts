import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { runCommand } from '../command-line/command.ts';
import { synthesise } from '../synth/synthesise.ts';

/**
 * The CDK app that `cdk synth` and `cdk deploy` run. Run on its own, it writes the same assembly to the folder
 * CDK_OUTDIR.
 */
await runCommand({
  usage: 'npx cdk synth -c stage=<name>',
  summary: 'Synthesises a stage; npm run synth does the same for the stage dev.',
  options: {},
  run: async () => {
    // The CDK's command line passes on the context of cdk.json. Without the CDK, the feature flags must be read from
    // there.
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
    return 0;
  },
});
