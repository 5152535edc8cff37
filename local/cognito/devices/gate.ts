import type { Verifier } from '../secrets/srp.ts';
import type { Services } from '../services.ts';
import { requiredAnswer } from '../sign-in/steps/answers.ts';
import type { Answers, Ask, Carried, ClaimedDevice, Situation } from '../sign-in/steps/step.ts';
import type { User } from '../store/user-store.ts';
import { deviceNotFound, deviceOf, tracksDevices } from './devices.ts';

/**
 * A remembered device proves itself in place of a second factor, after a password or custom challenges and never alone. One that the user
 * does not have is refused, so that the client forgets its key and begins again without it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.devices.unknown
 */
export function deviceGate({ pool, user }: Situation, carried: Carried, services: Services): Ask | undefined {
  const { amr, device } = carried;
  if (!device || !tracksDevices(pool.settings)) return undefined;
  const { remembered, password } = deviceOf(services, user, device.key);
  const replaces = pool.settings.DeviceConfiguration?.ChallengeRequiredOnNewDevice && remembered && password;
  if (!replaces || device.proven || amr.some((method) => unfollowed.has(method))) return undefined;
  return { step: { ...carried, at: 'DEVICE_SRP_AUTH', device } };
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
