import { LambdaConfigType$ } from '@aws-sdk/client-cognito-identity-provider';

/** The triggers of a pool. The key of the custom senders stands among the settings. */
export function triggerNames(): string[] {
  const names = LambdaConfigType$[4] as readonly string[];
  return names.filter((name) => !['KMSKeyID', 'PreTokenGenerationConfig'].includes(name));
}
