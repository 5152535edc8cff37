import { type CodeDelivery, type CodeDraft, type Contact, draftCode } from '../messages/messages.ts';
import { issueCode } from '../messages/one-time-codes.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import type { Caller } from '../triggers/fire.ts';
import { current, updateUser } from '../users/accounts.ts';
import { refuseLoneFlags } from '../users/attributes.ts';
import { type AttributeChanges, attributesAfter, contacts, unprovenAddresses } from './attribute-changes.ts';

/** The purpose that the code of an address is stored under. There is at most one code for each. */
export const verificationOf = { email: 'VerifyEmail', phone_number: 'VerifyPhoneNumber' } as const;

/**
 * Changes a user and sends a code to each new address that needs one, which invalidates the code of an older address.
 * If it throws, it changes nothing: the error of the CustomMessage trigger, AliasExistsException for a name that is
 * taken, or LimitExceededException beyond the daily quota of mails.
 */
export async function changeAttributes(
  services: Services,
  pool: UserPool,
  user: User,
  changes: AttributeChanges,
  caller: Caller,
): Promise<CodeDelivery[]> {
  const drafts: { contact: Contact; draft: CodeDraft }[] = [];
  for (const contact of unprovenAddresses(pool, user, changes)) {
    const addressee = { ...user, attributes: { ...user.attributes, ...changes.set } };
    drafts.push({ contact, draft: await draftCode(services, pool, 'UpdateUserAttribute', addressee, contact, caller) });
  }
  return services.transaction(() => {
    const now = current(services, user);
    const attributes = attributesAfter(pool, now, changes);
    refuseLoneFlags(attributes);
    updateUser(services, pool, now, { attributes });
    for (const contact of contacts) {
      const isChanged = changes.set[contact] !== undefined || changes.removed.includes(contact);
      if (isChanged) services.codes.remove(pool.id, user.sub, verificationOf[contact]);
    }
    return drafts.map(({ contact, draft }) => draft.send(newVerification(services, pool, now, contact, changes.set[contact])));
  });
}

/** A code for verifying an address that the user has or that is waiting for its verification. */
export function newVerification(
  services: Pick<Services, 'codes' | 'world'>,
  pool: UserPool,
  { sub }: Pick<User, 'sub'>,
  contact: Contact,
  address: string | undefined,
): string {
  return issueCode(services, pool, sub, verificationOf[contact], contact, address);
}
