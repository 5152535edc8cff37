import type { StageFacts } from './stage-facts.ts';

interface Person {
  readonly username: string;
  readonly email?: string;
  readonly phoneNumber?: string;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[];
}

/** Somebody who may sign up on this stage: with an address of an allowed domain, and every required attribute. */
export function person(facts: StageFacts, name = 'alice', phoneNumber = '+15555550100'): Person {
  const { signInNames, requiredAttributes, emailDomains } = facts;
  const email = `${name}@${emailDomains[0] ?? 'example.com'}`;
  const attributes = requiredAttributes
    .filter((attribute) => attribute !== 'email' && attribute !== 'phone_number')
    .map((attribute) => ({ name: attribute, value: sampleValues[attribute] ?? name }));
  const rest = attributes.length === 0 ? {} : { attributes };
  const phone = requiredAttributes.includes('phone_number') ? { phoneNumber } : {};
  if (signInNames.includes('USERNAME')) return { username: name, email, ...phone, ...rest };
  if (signInNames.includes('EMAIL')) return { username: email, ...phone, ...rest };
  return { username: phoneNumber, ...(requiredAttributes.includes('email') && { email }), ...rest };
}

/** Values for the standard attributes whose format Cognito or OpenID Connect defines; all others accept a name. */
const sampleValues: Readonly<Record<string, string>> = {
  birthdate: '1990-01-31',
  updated_at: '0',
  zoneinfo: 'Europe/Berlin',
  locale: 'en-GB',
  picture: 'https://example.com/alice.png',
  profile: 'https://example.com/alice',
  website: 'https://example.com',
};

/** The password that the user of the tour sets. */
export function ownPassword(facts: StageFacts): string {
  return password(facts, 'Correct-horse-7');
}

/** A password with the length that the stage requires. */
export function password({ minimumLength }: StageFacts, text: string): string {
  return text.padEnd(minimumLength, '-and-more');
}

/** The person who signed up last: the second one, if the tour has two ways to sign up. */
export function lastPerson(facts: StageFacts): { readonly username: string } {
  return facts.signUpModes.includes('TEMPORARY_PASSWORD') ? person(facts, 'bob', '+15555550101') : person(facts);
}
