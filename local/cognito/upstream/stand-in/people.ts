import { createHash } from 'node:crypto';
import type { Services } from '../../services.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { type Person, textsOf } from './claims.ts';
import { subjectFrom } from './subjects.ts';

const madeUp = [
  { givenName: 'Ada', familyName: 'Lovelace', email: 'ada@example.com', isVerified: true },
  { givenName: 'Grace', familyName: 'Hopper', email: 'grace@example.com', isVerified: true },
  { givenName: 'Alan', familyName: 'Turing', email: 'alan@example.com', isVerified: false },
] as const;

const returningPeople = 8;

/** Whom the stand-in offers: those who have signed in with the provider, and made-up people who have not. */
export function peopleAt(
  { identities, users }: Pick<Services, 'identities' | 'users'>,
  provider: Pick<IdentityProvider, 'poolId' | 'name' | 'type' | 'mapping'>,
): Person[] {
  const returning = identities.ofProvider(provider.poolId, provider.name, returningPeople).map(({ subject, userId }): Person => {
    const attributes = users.byId(userId)?.attributes ?? {};
    const { email = '', email_verified, given_name: givenName = '', family_name: familyName = '', name = '' } = attributes;
    const named = givenName || familyName ? { givenName, familyName } : { givenName: name, familyName: '' };
    const isVerified = email_verified === 'true';
    return { subject, email, isVerified, ...named, texts: textsOf(provider, attributes), hasSignedIn: true };
  });
  const known = new Set(returning.map(({ subject }) => subject));
  const others = madeUp.map((person): Person => {
    // The same person each time: the second sign-in finds the user of the first.
    const seed = createHash('sha256').update(`${provider.name} ${person.email}`).digest();
    return { ...person, subject: subjectFrom(provider.type, seed), texts: {}, hasSignedIn: false };
  });
  return [...returning, ...others.filter(({ subject }) => !known.has(subject))];
}
