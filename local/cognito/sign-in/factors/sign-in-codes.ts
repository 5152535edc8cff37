import { timingSafeEqual } from 'node:crypto';
import { digits, randomString } from '../../../world/random.ts';
import { refuseBeyondQuota } from '../../messages/email-quota.ts';
import { type Contact, deliveryTo, draftCode } from '../../messages/messages.ts';
import { codeHash } from '../../messages/one-time-codes.ts';
import { countFailure, type Failure, forgetFailures, refuseWhileLocked } from '../../secrets/attempts.ts';
import type { Services } from '../../services.ts';
import type { User } from '../../store/users/user-store.ts';
import { isImaginary } from '../../users/imaginary-user.ts';
import { CognitoError } from '../../wire/errors.ts';
import type { Effect } from '../steps/outcome.ts';
import type { SentCode, Situation } from '../steps/step.ts';

/**
 * Creates a code; `tell` sends it and invalidates all earlier ones. Nothing is sent to an unknown or disabled user.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.newest
 */
export async function signInCode(
  services: Services,
  { pool, client, user, clientMetadata }: Situation,
  contact: Contact,
  length: 6 | 8,
): Promise<{ sent: SentCode; tell: () => void }> {
  const { codes, world } = services;
  const code = randomString(world, digits, length);
  const sent = { contact, address: user.attributes[contact] ?? '', code };
  if (isImaginary(user) || !user.enabled) {
    const tell = () => {
      if (contact === 'email') refuseBeyondQuota(services, pool);
    };
    return { sent, tell };
  }
  const caller = { clientId: client.id, clientMetadata };
  const draft = await draftCode(services, pool, 'Authentication', user, contact, caller);
  const tell = () => {
    const hash = codeHash(pool, user.sub, 'Authentication', code);
    const expiresAt = world.now() + client.settings.AuthSessionValidity * 60_000;
    codes.put(pool.id, user.sub, 'Authentication', { hash, attribute: contact, address: null, expiresAt });
    draft.send(code);
  };
  return { sent, tell };
}

export function showSentCode({ contact, address }: SentCode): Record<string, string> {
  const { DeliveryMedium, Destination } = deliveryTo({ attributes: { [contact]: address } }, contact);
  return { CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium, CODE_DELIVERY_DESTINATION: Destination };
}

/**
 * Checks a code. It proves that the address belongs to the user, and confirms a user who has just signed up. Throws
 * CodeMismatchException; the session stays valid, but only for a limited number of guesses.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.wrong-code
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.codes.proves-address
 */
export function proveCode(
  services: Pick<Services, 'codes' | 'counters' | 'world'>,
  { pool, user }: Situation,
  { contact, address, code }: SentCode,
  typed: string,
  failure: Failure,
): Effect {
  const { codes } = services;
  const hash = (text: string) => codeHash(pool, user.sub, 'Authentication', text);
  refuseWhileLocked(services, pool.id, user.sub, failure);
  const latest = codes.find(pool.id, user.sub, 'Authentication');
  const isRight = timingSafeEqual(hash(code), hash(typed)) && latest && timingSafeEqual(hash(code), latest.hash);
  if (!isRight || user.attributes[contact] !== address) {
    countFailure(services, pool.id, user.sub, failure);
    throw wrongSignInCode();
  }
  forgetFailures(services, pool.id, user.sub, failure);
  return {
    change: proofOf(contact, user),
    record() {
      if (!codes.remove(pool.id, user.sub, 'Authentication')) throw wrongSignInCode();
    },
  };
}

/** Empty if everything was known already, so that a sign-in does not change the user or their modification time. */
function proofOf(contact: Contact, { attributes, status }: User): Partial<User> {
  const flag = `${contact}_verified`;
  return {
    ...(attributes[flag] !== 'true' && { attributes: { ...attributes, [flag]: 'true' } }),
    ...(status === 'UNCONFIRMED' && { status: 'CONFIRMED' }),
  };
}

const wrongSignInCode = () => new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');
