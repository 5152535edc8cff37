import { deviceNotFound, deviceOf, tracksDevices } from '../../devices/devices.ts';
import type { Services } from '../../services.ts';
import type { User } from '../../store/users/user-store.ts';
import type { Verifier } from '../../store/verifier.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Answers, Carried, ClaimedDevice, Situation } from '../steps/step.ts';

/**
 * A remembered device proves itself in place of a second factor, after a password or custom challenges and never alone. One that the user
 * does not have is refused, so that the client forgets its key and begins again without it.
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

/** First factors after which nothing is asked, and second ones, which a device can no longer replace. */
const unfollowed = new Set(['swk', 'hwk', 'sms', 'email_otp', 'otp']);

/** The session's device is meant, whatever the answer says. */
export function refuseAnotherDevice({ key }: ClaimedDevice, answers: Answers): void {
  if (requiredAnswer(answers, 'DEVICE_KEY') !== key) throw deviceNotFound();
}

/** Throws when the device was forgotten, or is no longer remembered, since its sign-in began. */
export function rememberedPassword(services: Pick<Services, 'devices'>, user: User, { key }: ClaimedDevice): Verifier {
  const { remembered, password } = deviceOf(services, user, key);
  if (!remembered || !password) throw deviceNotFound();
  return password;
}
