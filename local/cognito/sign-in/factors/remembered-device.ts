import { deviceNotFound, deviceOf } from '../../devices/devices.ts';
import type { Services } from '../../services.ts';
import type { User } from '../../store/users/user-store.ts';
import type { Verifier } from '../../store/verifier.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Answers, ClaimedDevice } from '../steps/step.ts';

/** Throws if the answer names another device than the session. */
export function refuseAnotherDevice({ key }: ClaimedDevice, answers: Answers): void {
  if (requiredAnswer(answers, 'DEVICE_KEY') !== key) throw deviceNotFound();
}

/** Throws if the device was forgotten, or is no longer remembered, since the sign-in began. */
export function rememberedPassword(services: Pick<Services, 'devices'>, user: User, { key }: ClaimedDevice): Verifier {
  const { remembered, password } = deviceOf(services, user, key);
  if (!remembered || !password) throw deviceNotFound();
  return password;
}
