import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleCode, parseSettings } from 'cognito-graphql-api';
import { ShopStack } from './shop-stack.ts';

// A CDK app of your own that uses this project's construct: `cdk synth --app 'node examples/cdk-app/app.ts'`.
const app = new App();
const settings = parseSettings({
  naming: { stackName: 'Shop' },
  signIn: { names: ['USERNAME', 'EMAIL'] },
  passwords: { minimumLength: 10 },
  retention: { keepData: false, deletionProtection: false, terminationProtection: false },
});
const code = await bundleCode({ settings, outdir: join(app.outdir, 'bundles') });
new ShopStack(app, settings.naming.stackName, { settings, code });
app.synth();
