import type { UserPool } from '../store/pool-store.ts';
import { CognitoError, notImplemented } from '../wire/errors.ts';
import type { OperationName } from '../wire/operations.ts';

/**
 * Nothing here assesses the risk of a sign-in, and answers that say so would be made up. Throws
 * UserPoolAddOnNotEnabledException as Cognito does where threat protection is off, and NotImplementedException where it
 * is on.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.threat-protection
 */
export function refuseRisks({ settings }: UserPool, operation: OperationName): never {
  if ((settings.UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF') throw notImplemented(operation);
  throw new CognitoError('UserPoolAddOnNotEnabledException', 'Threat protection is not enabled for this user pool.');
}
