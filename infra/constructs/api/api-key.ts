/**
 * When an API key that is deployed at `now` shall expire: the first day of a month, so that every synth of one month
 * makes the same template and no calendar day ever breaks one. AppSync takes 1 to 365 days ahead (API_CreateApiKey); 2
 * to 11 months from the first of this one are always within that.
 * @see docs/aws-behaviour/appsync.md#appsync.api.key-expiry
 */
export function apiKeyExpiry(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}
