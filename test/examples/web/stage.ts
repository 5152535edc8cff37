import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Template } from '../../../local/assembly/assembly.ts';

type Properties = Readonly<Record<string, unknown>>;

/** What differs from the dev stage, in CloudFormation's words. */
export interface StageChanges {
  readonly pool?: Properties;
  readonly client?: Properties;
  /** Of what `authConfig` tells. */
  readonly config?: Properties;
}

/**
 * A copy of the dev stage's assembly with other settings, including those that `infra/config.ts` cannot express. The
 * caller must remove the folder.
 */
export function changedStage({ pool = {}, client = {}, config = {} }: StageChanges): string {
  const folder = mkdtempSync(join(tmpdir(), 'stage-'));
  for (const name of readdirSync('cdk.out')) {
    if (name.startsWith('asset.')) symlinkSync(resolve('cdk.out', name), join(folder, name));
    else if (name.endsWith('.json')) copyFileSync(join('cdk.out', name), join(folder, name));
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.template.json'))) {
    const template: Template = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const resource of Object.values(template.Resources ?? {})) {
      const properties: Record<string, unknown> = (resource.Properties ?? {}) as Record<string, unknown>;
      if (resource.Type === 'AWS::Cognito::UserPool') Object.assign(properties, pool);
      if (resource.Type === 'AWS::Cognito::UserPoolClient') Object.assign(properties, client);
      if (resource.Type === 'AWS::Lambda::Function') changeConfig(properties, config);
    }
    writeFileSync(join(folder, name), JSON.stringify(template));
  }
  return folder;
}

export function removeStage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function changeConfig(properties: Record<string, unknown>, config: Properties): void {
  const variables = (properties['Environment'] as { Variables?: Record<string, string> } | undefined)?.Variables;
  const written = variables?.['AUTH_CONFIG'];
  if (variables && written) variables['AUTH_CONFIG'] = JSON.stringify({ ...JSON.parse(written), ...config });
}

/** Access tokens for five minutes, and refresh tokens that work once, without a grace period. */
export const rotating: StageChanges = {
  client: {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    AccessTokenValidity: 5,
    IdTokenValidity: 5,
  },
};
