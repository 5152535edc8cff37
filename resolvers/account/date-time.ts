/** An AWSDateTime, in UTC; null where Cognito does not tell. */
export function toDateTime(date: Date | undefined): string | null {
  return date?.toISOString() ?? null;
}
