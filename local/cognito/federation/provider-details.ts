import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../wire/errors.ts';

type Details = Readonly<Record<string, string>>;

interface Kind {
  /** The only name of a provider of this type; undefined if it may have any. */
  readonly name?: string;
  /** The claim with the provider's identifier of a user; undefined for SAML, whose NameID is no claim. */
  readonly subject?: string;
  /** Details of which at least one must be given, for each. */
  readonly required: readonly (readonly string[])[];
  /** What Cognito adds to the details (API_CreateIdentityProvider, ProviderDetails). */
  readonly added: Details;
}

const oauth = [['client_id'], ['client_secret'], ['authorize_scopes']] as const;

/** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.details */
const kinds: Readonly<Record<IdentityProviderTypeType, Kind>> = {
  Google: {
    name: 'Google',
    subject: 'sub',
    required: oauth,
    added: {
      attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
      oidc_issuer: 'https://accounts.google.com',
      token_request_method: 'POST',
      token_url: 'https://www.googleapis.com/oauth2/v4/token',
    },
  },
  Facebook: {
    name: 'Facebook',
    subject: 'id',
    required: oauth,
    added: {
      attributes_url: 'https://graph.facebook.com/v17.0/me?fields=',
      attributes_url_add_attributes: 'true',
      authorize_url: 'https://www.facebook.com/v17.0/dialog/oauth',
      token_request_method: 'GET',
      token_url: 'https://graph.facebook.com/v17.0/oauth/access_token',
    },
  },
  LoginWithAmazon: {
    name: 'LoginWithAmazon',
    subject: 'user_id',
    required: oauth,
    added: {
      attributes_url: 'https://api.amazon.com/user/profile',
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://www.amazon.com/ap/oa',
      token_request_method: 'POST',
      token_url: 'https://api.amazon.com/auth/o2/token',
    },
  },
  SignInWithApple: {
    name: 'SignInWithApple',
    subject: 'sub',
    required: [['client_id'], ['team_id'], ['key_id'], ['private_key'], ['authorize_scopes']],
    added: {
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://appleid.apple.com/auth/authorize',
      oidc_issuer: 'https://appleid.apple.com',
      token_request_method: 'POST',
      token_url: 'https://appleid.apple.com/auth/token',
    },
  },
  OIDC: {
    subject: 'sub',
    required: [['client_id'], ['authorize_scopes'], ['oidc_issuer'], ['attributes_request_method']],
    added: { attributes_url_add_attributes: 'false' },
  },
  SAML: { required: [['MetadataURL', 'MetadataFile']], added: {} },
};

/** Names of Cognito's own, which a user's name or a link could be mistaken for. */
const taken = new Set(['cognito', ...Object.values(kinds).flatMap(({ name }) => (name ? [name.toLowerCase()] : []))]);

/** Throws InvalidParameterException for a name that a provider of the type cannot have. */
export function checkProviderName(type: IdentityProviderTypeType, name: string): void {
  const only = kinds[type].name;
  if (only !== undefined && name !== only) throw invalidParameter(`The name of a provider of type ${type} must be ${only}.`);
  if (only === undefined && taken.has(name.toLowerCase())) {
    throw invalidParameter(`A provider of type ${type} cannot be called ${name}.`);
  }
}

/** The details with what Cognito adds. Throws InvalidParameterException, which repeats no value: some are secrets. */
export function completeDetails(type: IdentityProviderTypeType, given: Details): Details {
  const { required, added } = kinds[type];
  const missing = required.find((names) => !names.some((name) => given[name]));
  if (missing) throw invalidParameter(`ProviderDetails of a provider of type ${type} must have ${missing.join(' or ')}.`);
  const method = given['attributes_request_method'];
  if (method !== undefined && method !== 'GET' && method !== 'POST') {
    throw invalidParameter('attributes_request_method must be GET or POST.');
  }
  for (const name of ['oidc_issuer', 'authorize_url', 'token_url', 'attributes_url', 'jwks_uri', 'MetadataURL']) {
    if (given[name]) checkUrl(name, given[name]);
  }
  return { ...added, ...given };
}

/** https; or http on this machine, for a directory that a developer runs here. */
function checkUrl(name: string, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) {
    if (url.username === '' && url.password === '') return;
  }
  throw invalidParameter(`${name} in ProviderDetails must be an https URL.`);
}

/** The claim that `username` is mapped to; undefined if nothing may be mapped to it. */
export function subjectClaim(type: IdentityProviderTypeType): string | undefined {
  return kinds[type].subject;
}
