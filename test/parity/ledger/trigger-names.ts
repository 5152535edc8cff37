import { LambdaConfigType$ } from '@aws-sdk/client-cognito-identity-provider';

/** The triggers of a pool. InboundFederation and the key of the custom senders stand among the settings. */
export function triggerNames(): string[] {
  const names = LambdaConfigType$[4] as readonly string[];
  return names.filter((name) => !['KMSKeyID', 'InboundFederation', 'PreTokenGenerationConfig'].includes(name));
}
