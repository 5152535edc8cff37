import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Days as the CDK's enumeration, whose members have the same numbers. */
export function logRetention(days: number): RetentionDays {
  if (!(days in RetentionDays)) throw new Error(`CloudWatch Logs keeps no log for ${days} days.`);
  return days;
}
