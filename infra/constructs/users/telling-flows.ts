import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

/** Says at the synth which flows let strangers find out whether an address has an account. */
export function nameTellingFlows(scope: Construct, settings: Settings): void {
  const { flows, names } = settings.signIn;
  const telling = flows.filter((flow) => flow === 'USER_SRP_AUTH' || flow === 'USER_AUTH');
  const hasAliases = names.includes('USERNAME') && names.length > 1;
  if (settings.protection.hideAddresses || !hasAliases || telling.length === 0) return;
  Annotations.of(scope).addInfoV2(
    'cognito-graphql-api:telling-flows',
    `In ${telling.join(' and ')} Cognito shows strangers whether an address has an account. protection.hideAddresses takes ` +
      'them away from addresses (docs/security.md, "What stays open").',
  );
}
