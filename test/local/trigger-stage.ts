import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { bundleTrigger } from '../../infra/code/bundle.ts';
import { bundleCode } from '../../infra/code/code.ts';
import { stageSettings, stages } from '../../infra/config.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import { passwordless } from '../../infra/settings/passwordless.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'));

/** The dev stage with the passwordless example and two triggers of the tests, synthesised as for the laptop. The folder is the caller's. */
export async function synthesiseTriggers(): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'triggers-'));
  const { dev } = stages;
  const own = { entry: 'triggers/of-the-test.ts' };
  const example = passwordless({
    sender: 'login@example.com',
    identityArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
  });
  const settings = stageSettings(
    { stage: 'triggers', local: true },
    {
      triggers: {
        ...dev,
        naming: { stackName: 'Triggers' },
        signIn: { ...dev.signIn, flows: [...dev.signIn.flows, 'CUSTOM_AUTH'] },
        triggers: {
          ...example,
          preSignUp: own,
          preAuthentication: own,
          preTokenGeneration: { ...own, version: 'V2_0', environment: { TENANT: 'acme' } },
        },
      },
    },
  );
  const bundles = join(outdir, 'bundles');
  const functions = join(project, 'test', 'local', 'trigger-functions');
  const of = (name: string) => ({ entry: join(functions, `${name}.lambda.ts`), folder: join(bundles, 'triggers', name) });
  const [code] = await Promise.all([
    bundleCode(join(project, 'resolvers'), bundles, {
      ...settings.triggers,
      preSignUp: null,
      preAuthentication: null,
      preTokenGeneration: null,
    }),
    bundleTrigger(of('unruly')),
    bundleTrigger(of('scopes')),
  ]);
  const triggers = {
    ...code.triggers,
    preSignUp: of('unruly').folder,
    preAuthentication: of('unruly').folder,
    preTokenGeneration: of('scopes').folder,
  };
  const app = new App({ context, outdir, builtinCloudFormationValidation: false });
  new AuthStack(app, 'Triggers', { settings, code: { ...code, triggers }, now: new Date() });
  app.synth();
  return outdir;
}

/** Takes away Cognito's permission to call a trigger, which CloudFormation would not miss. */
export function forbid(outdir: string, trigger: string): void {
  const file = join(outdir, 'Triggers.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  for (const [id, { Type, Properties }] of Object.entries<{ Type: string; Properties: unknown }>(template.Resources)) {
    if (Type === 'AWS::Lambda::Permission' && JSON.stringify(Properties).includes(`AuthTriggers${trigger}`))
      delete template.Resources[id];
  }
  writeFileSync(file, JSON.stringify(template));
}

export function remove(outdir: string): void {
  rmSync(outdir, { recursive: true, force: true });
}
