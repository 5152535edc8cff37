/**
 * When an API key that is deployed at `now` expires. It is always the first day of a month, so that every synth within
 * one month gives the same template. AppSync accepts 1 to 365 days (API_CreateApiKey), and 2 to 11 months from the
 * first day of this month are always within that.
 * @see docs/aws-behaviour/appsync.md#appsync.api.key-expiry
 */
export function apiKeyExpiry(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}
