import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stages } from '../../../infra/config.ts';
import { synthesiseStage } from '../stage.ts';

/**
 * The dev stage with a sign-in by a code in the mail and two triggers of the tests, synthesised as for the laptop. The
 * caller removes the folder.
 */
export async function synthesiseTriggers(): Promise<string> {
  const { dev } = stages;
  const own = { entry: 'triggers/of-the-test.ts' };
  const functions = 'test/local/trigger-functions';
  return synthesiseStage(
    {
      ...dev,
      naming: { stackName: 'Triggers' },
      // A code by mail alone must not sign in a user who has a second factor.
      mfa: { mode: 'OFF', types: [] },
      signIn: {
        ...dev.signIn,
        passwordless: {
          sender: 'login@example.com',
          identityArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
        },
      },
      triggers: {
        preSignUp: own,
        preAuthentication: own,
        preTokenGeneration: { ...own, version: 'V2_0', environment: { TENANT: 'acme' } },
      },
    },
    {
      preSignUp: `${functions}/unruly.lambda.ts`,
      preAuthentication: `${functions}/unruly.lambda.ts`,
      preTokenGeneration: `${functions}/scopes.lambda.ts`,
    },
  );
}

/** Removes Cognito's permission to call a trigger, which CloudFormation would not notice. */
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
