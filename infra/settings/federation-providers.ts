import type { FederatedProvider } from '../../resolvers/config/environment.ts';
import type { Settings } from './stage.ts';

/** A provider of a stage, whatever its kind, with the defaults of that kind filled in. */
export interface StageProvider {
  /** Its name in Cognito, which is fixed for all kinds but OIDC and SAML. */
  readonly name: string;
  readonly kind: FederatedProvider['kind'];
  /** What a page calls it. */
  readonly label: string;
  /** The provider's claims by the attributes of the pool. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  readonly identifiers: readonly string[];
  /** Where it is in the settings. */
  readonly path: readonly string[];
}

const email = 'email';
const openIdClaims = {
  email,
  email_verified: 'email_verified',
  family_name: 'family_name',
  given_name: 'given_name',
  name: 'name',
  picture: 'picture',
};

/**
 * What the providers of a kind usually have. Facebook and Amazon do not say whether an address is verified.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
 */
const social = {
  google: { name: 'Google', kind: 'GOOGLE', label: 'Google', scopes: ['openid', email, 'profile'], claims: openIdClaims },
  facebook: {
    name: 'Facebook',
    kind: 'FACEBOOK',
    label: 'Facebook',
    scopes: ['public_profile', email],
    claims: { email, family_name: 'last_name', given_name: 'first_name', name: 'name' },
  },
  amazon: {
    name: 'LoginWithAmazon',
    kind: 'AMAZON',
    label: 'Amazon',
    scopes: ['profile'],
    claims: { email, name: 'name' },
  },
  apple: {
    name: 'SignInWithApple',
    kind: 'APPLE',
    label: 'Apple',
    scopes: [email, 'name'],
    claims: { email, email_verified: 'email_verified', family_name: 'lastName', given_name: 'firstName' },
  },
} as const;

const openIdScopes = ['openid', email, 'profile'];

/** All providers of a stage, in the order in which pages offer them. */
export function providersOf({ federation, signUp }: Pick<Settings, 'federation' | 'signUp'>): readonly StageProvider[] {
  if (federation === null) return [];
  const { providers } = federation;
  const usual = (claims: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(claims).filter(([attribute]) => mayFill(attribute, signUp)));
  return [
    ...Object.entries(social).flatMap(([key, { name, kind, label, scopes, claims }]): StageProvider[] => {
      const given = providers[key as keyof typeof social];
      if (given === null) return [];
      return [
        {
          name,
          kind,
          label: given.label ?? label,
          attributes: given.attributes ?? usual(claims),
          scopes: given.scopes ?? scopes,
          identifiers: [],
          path: ['federation', 'providers', key],
        },
      ];
    }),
    ...providers.oidc.map(
      ({ name, label, attributes, scopes, identifiers }, index): StageProvider => ({
        name,
        kind: 'OIDC',
        label: label ?? name,
        attributes: attributes ?? usual(openIdClaims),
        scopes: scopes ?? openIdScopes,
        identifiers,
        path: ['federation', 'providers', 'oidc', String(index)],
      }),
    ),
    ...providers.saml.map(
      ({ name, label, attributes, identifiers }, index): StageProvider => ({
        name,
        kind: 'SAML',
        label: label ?? name,
        attributes: attributes ?? {},
        scopes: [],
        identifiers,
        path: ['federation', 'providers', 'saml', String(index)],
      }),
    ),
  ];
}

/** The names of all providers of a stage, separated by commas. */
export function providerNames(settings: Pick<Settings, 'federation' | 'signUp'>): string {
  return providersOf(settings)
    .map(({ name }) => name)
    .join();
}

/** Whether a provider may fill an attribute: what the app client may write, and the flags that no user may write. */
export function mayFill(attribute: string, { writableAttributes }: Settings['signUp']): boolean {
  return attribute.endsWith('_verified') || writableAttributes.some((name) => name === attribute);
}
