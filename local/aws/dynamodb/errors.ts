import { AwsError } from '../protocol/service.ts';

/** Its texts: @see docs/aws-behaviour/dynamodb.md#dynamodb.validation */
export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

/** The text for a value that violates DynamoDB's service model. */
export function failsConstraint(value: string, member: string, constraint: string): AwsError {
  return invalid(`1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`);
}

export function conditionFailed(members: object = {}): AwsError {
  return new AwsError('ConditionalCheckFailedException', 'The conditional request failed', { members });
}
