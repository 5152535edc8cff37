import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';

/** Somebody whom a stand-in may answer with. Empty texts are left out of the answer. */
export interface Person {
  readonly subject: string;
  readonly email: string;
  readonly isVerified: boolean;
  readonly givenName: string;
  readonly familyName: string;
  /** By the provider's names: claims that the pool maps and that are none of the above. */
  readonly texts: Readonly<Record<string, string>>;
  readonly hasSignedIn: boolean;
}

type Claims = Readonly<Record<string, unknown>>;
type Provider = Pick<IdentityProvider, 'type' | 'mapping'>;

/**
 * A person in the words of the provider: its usual claims, and those that the pool maps under names of its own, as a
 * company's directory has them.
 */
export function claimsOf({ type, mapping }: Provider, person: Person): Claims {
  const values = valuesOf(person);
  const mapped = Object.entries(mapping).map(([attribute, claim]): [string, unknown] => [claim, values[attribute]]);
  const all = { ...Object.fromEntries(mapped), ...usual[type](person.subject, values), ...person.texts };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** The claims that the pool maps to attributes that a person does not have here: from the claim to the attribute. */
export function otherClaims({ type, mapping }: Provider): ReadonlyMap<string, string> {
  const known = new Set(['username', ...Object.keys(valuesOf(nobody))]);
  const ofProvider = new Set(Object.keys(usual[type]('', valuesOf(nobody))));
  const others = Object.entries(mapping).filter(([attribute, claim]) => !known.has(attribute) && !ofProvider.has(claim));
  return new Map(others.map(([attribute, claim]) => [claim, attribute]));
}

/** The texts of those claims, as the attributes of a user hold them. */
export function textsOf(provider: Provider, attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries([...otherClaims(provider)].map(([claim, attribute]) => [claim, attributes[attribute] ?? '']));
}

const nobody: Person = {
  subject: '',
  email: '',
  isVerified: false,
  givenName: '',
  familyName: '',
  texts: {},
  hasSignedIn: false,
};

function valuesOf({ email, isVerified, givenName, familyName }: Person) {
  return {
    email,
    email_verified: email === '' ? undefined : isVerified,
    given_name: givenName,
    family_name: familyName,
    name: [givenName, familyName].filter(Boolean).join(' '),
  } as Readonly<Record<string, string | boolean | undefined>>;
}

type Values = ReturnType<typeof valuesOf>;

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
const usual: Readonly<Record<IdentityProvider['type'], (subject: string, values: Values) => Claims>> = {
  Google: (sub, values) => ({ sub, ...values }),
  Facebook: (id, { email, name, given_name, family_name }) => ({
    id,
    email,
    name,
    first_name: given_name,
    last_name: family_name,
  }),
  LoginWithAmazon: (user_id, { email, name }) => ({ user_id, email, name }),
  SignInWithApple: (sub, { email, email_verified, given_name, family_name }) => ({
    sub,
    email,
    email_verified,
    firstName: given_name,
    lastName: family_name,
  }),
  OIDC: (sub, values) => ({ sub, ...values }),
  // A directory has no usual names, only those that are mapped.
  SAML: () => ({}),
};
