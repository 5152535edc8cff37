import { invalidParameter } from '../../wire/errors.ts';
import type { Answers, ClaimedDevice } from './step.ts';

/** A required answer or auth parameter; an empty one counts as missing. */
export function requiredAnswer(answers: Answers, name: string): string {
  const answer = optionalAnswer(answers, name);
  if (!answer) throw invalidParameter(`Missing required parameter ${name}`);
  return answer;
}

export function optionalAnswer(answers: Answers, name: string): string | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

/** The DEVICE_KEY in auth parameters or answers; `before` is what the sign-in knew so far. */
export function claimedDevice(answers: Answers, before?: ClaimedDevice): ClaimedDevice | undefined {
  const key = optionalAnswer(answers, 'DEVICE_KEY');
  return key && key !== before?.key ? { key, proven: false } : before;
}
