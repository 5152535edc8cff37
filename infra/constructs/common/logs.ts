import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Days → the CDK's enumeration, whose members are those very numbers. */
export function logRetention(days: number): RetentionDays {
  if (!(days in RetentionDays)) throw new Error(`CloudWatch Logs keeps no log for ${days} days.`);
  return days;
}
