/** Seconds since the epoch as an AWSDateTime, in UTC; null if Cognito does not say. */
export function toDateTime(seconds: number | undefined): string | null {
  return seconds === undefined ? null : new Date(seconds * 1000).toISOString();
}
