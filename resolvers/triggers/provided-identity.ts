/** The identity in the user name of somebody who signs in by another provider: `<provider>_<subject>`. */
export interface ProvidedIdentity {
  /** The name of the provider as the stage has it. */
  readonly provider: string;
  readonly subject: string;
  /**
   * Whether the subject is certainly the one at the provider. A pool that ignores case shows its triggers a user name in
   * lower case, while a link requires the exact subject, and another case may be another person. Digits have no case,
   * and long hexadecimal ids, such as UUIDs, are not chosen by anybody. Short ones may be names, such as Bea.
   * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.flattened-names
   */
  readonly isExact: boolean;
}

/** Null for the user name of nobody who signs in by one of these providers. */
export function providedIdentity(userName: string, providers: readonly string[]): ProvidedIdentity | null {
  // The settings allow neither `_` in the name of a provider nor two names that differ only by case.
  const [, prefix = '', subject = ''] = /^([^_]+)_(.+)$/s.exec(userName) ?? [];
  const provider = providers.find((name) => name.toLowerCase() === prefix.toLowerCase());
  if (provider === undefined) return null;
  return { provider, subject, isExact: /^(?:[\d.-]+|[\da-f.-]{24,})$/.test(subject) || userName !== userName.toLowerCase() };
}
