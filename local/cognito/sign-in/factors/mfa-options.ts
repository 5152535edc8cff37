import type { Services } from '../../services.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { type Input, list, oneOf, structure } from '../../wire/members.ts';
import { attributeName } from '../../wire/model.ts';
import { setMfaPreference } from './mfa-preference.ts';

const members = { DeliveryMedium: oneOf('SMS', 'EMAIL'), AttributeName: attributeName };

/** The input of SetUserSettings and AdminSetUserSettings. */
export const mfaOptions = list(structure(members));

/**
 * The older way to turn text messages on, or off by an empty list. Throws InvalidParameterException for any other
 * medium or attribute.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.options
 */
export function setMfaOptions(
  services: Services,
  pool: UserPool,
  user: User,
  options: readonly Input<typeof members>[],
  by: 'user' | 'admin',
): void {
  if (options.some(({ DeliveryMedium, AttributeName }) => DeliveryMedium !== 'SMS' || AttributeName !== 'phone_number')) {
    throw invalidParameter('MFAOptions only supports SMS to phone_number.');
  }
  setMfaPreference(services, pool, user, { SMSMfaSettings: { Enabled: options.length > 0 } }, by);
}
