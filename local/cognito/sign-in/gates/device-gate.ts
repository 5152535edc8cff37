import { deviceOf, tracksDevices } from '../../devices/devices.ts';
import type { Services } from '../../services.ts';
import type { Carried, ClaimedDevice, Situation } from '../steps/step.ts';

/**
 * A remembered device proves itself in place of a second factor, after a password or custom challenges but never alone.
 * A device that the user does not have is refused, so that the client forgets its key and begins again without it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.devices.unknown
 */
export function deviceGate(
  { pool, user }: Pick<Situation, 'pool' | 'user'>,
  { amr, device }: Carried,
  services: Pick<Services, 'devices'>,
): { readonly at: 'DEVICE_SRP_AUTH'; readonly device: ClaimedDevice } | undefined {
  if (!device || !tracksDevices(pool.settings)) return undefined;
  const { remembered, password } = deviceOf(services, user, device.key);
  const replaces = pool.settings.DeviceConfiguration?.ChallengeRequiredOnNewDevice && remembered && password;
  if (!replaces || device.proven || amr.some((method) => unfollowed.has(method))) return undefined;
  return { at: 'DEVICE_SRP_AUTH', device };
}

/** First factors after which nothing is asked for, and second factors, after which a device replaces nothing. */
const unfollowed = new Set(['swk', 'hwk', 'sms', 'email_otp', 'otp']);
