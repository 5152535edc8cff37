import { createHmac } from 'node:crypto';
import type { UserPool } from '../store/pool-store.ts';
import { fold, looksLikeEmail, looksLikePhone } from '../users/sign-in-names.ts';
import { type QuotaEffects, refuseBeyondQuota } from './email-quota.ts';
import { type CodeDelivery, type Contact, deliveryTo } from './messages.ts';

/**
 * The delivery that is shown for an unknown user. It looks real and is always the same. Like a real delivery, it throws
 * beyond the quota of Cognito's own sender.
 * @param order How the pool sends such a code, best first.
 * @see docs/aws-behaviour/cognito-users.md#cognito.existence.simulated-delivery
 */
export function simulatedDelivery(
  effects: QuotaEffects,
  pool: UserPool,
  typedName: string,
  order: readonly Contact[],
): CodeDelivery {
  const name = fold(pool, typedName);
  const contact = likelyContact(pool, name, order);
  // A real mail would be refused now, so this one must be refused too.
  if (contact === 'email') refuseBeyondQuota(effects, pool);
  const trace = createHmac('sha256', pool.secret).update(`delivery ${name}`).digest();
  const letter = (index: number) => String.fromCharCode(97 + (trace.readUInt8(index) % 26));
  const fake = contact === 'email' ? `${letter(0)}@${letter(1)}` : `+1000000${1000 + (trace.readUInt16BE(2) % 9000)}`;
  return deliveryTo({ attributes: { [contact]: contactOfForm(name) === contact ? name : fake } }, contact);
}

/**
 * The kind of address that users of the pool most likely get codes at: the best one if everybody has it, otherwise the
 * one that was typed, otherwise the best one. Addresses that the pool does not verify are only used if there are no
 * others.
 */
function likelyContact({ settings }: UserPool, name: string, order: readonly Contact[]): Contact {
  const { AutoVerifiedAttributes, SchemaAttributes, UsernameAttributes } = settings;
  const proved = order.filter((contact) => AutoVerifiedAttributes.includes(contact));
  const ways = proved.length > 0 ? proved : order;
  const [best = 'email'] = ways;
  const everybodyHasIt =
    SchemaAttributes.some(({ Name, Required }) => Name === best && Required) ||
    (UsernameAttributes.length === 1 && UsernameAttributes.includes(best));
  if (everybodyHasIt) return best;
  return ways.find((contact) => contact === contactOfForm(name)) ?? best;
}

function contactOfForm(name: string): Contact | undefined {
  if (looksLikeEmail(name)) return 'email';
  return looksLikePhone(name) ? 'phone_number' : undefined;
}
