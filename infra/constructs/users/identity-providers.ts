import { CfnUserPoolIdentityProvider, type UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { providersOf, type StageProvider } from '../../settings/federation-providers.ts';
import type { Settings } from '../../settings/stage.ts';
import type { FederationGroup } from '../../settings/users/federation.ts';

type Providers = FederationGroup['providers'];
type Details = Readonly<Record<string, string>>;

/** Cognito's names of the kinds of providers. */
const types = {
  GOOGLE: 'Google',
  FACEBOOK: 'Facebook',
  AMAZON: 'LoginWithAmazon',
  APPLE: 'SignInWithApple',
  OIDC: 'OIDC',
  SAML: 'SAML',
} as const satisfies Record<StageProvider['kind'], string>;

/** The providers of a stage. The app client has to wait for them. */
export function identityProviders(scope: Construct, pool: UserPool, settings: Settings): readonly CfnUserPoolIdentityProvider[] {
  const { federation } = settings;
  if (federation === null) return [];
  return providersOf(settings).map(
    (provider) =>
      new CfnUserPoolIdentityProvider(scope, `Provider${provider.name}`, {
        userPoolId: pool.userPoolId,
        providerName: provider.name,
        providerType: types[provider.kind],
        providerDetails: detailsOf(provider, federation.providers),
        attributeMapping: { ...provider.attributes },
        ...(provider.identifiers.length > 0 && { idpIdentifiers: [...provider.identifiers] }),
      }),
  );
}

/** API_CreateIdentityProvider, ProviderDetails: its keys depend on the type, and each value is a text. */
function detailsOf({ kind, name, scopes }: StageProvider, providers: Providers): Details {
  // Facebook separates by commas, everybody else by spaces.
  const authorize_scopes = scopes.join(kind === 'FACEBOOK' ? ',' : ' ');
  switch (kind) {
    case 'GOOGLE':
      return { ...clientOf(providers.google), authorize_scopes };
    case 'FACEBOOK':
      return { ...clientOf(providers.facebook), authorize_scopes };
    case 'AMAZON':
      return { ...clientOf(providers.amazon), authorize_scopes };
    case 'APPLE':
      return { ...appleDetails(providers.apple), authorize_scopes };
    case 'OIDC':
      return { ...oidcDetails(providers.oidc.find((each) => each.name === name)), authorize_scopes };
    case 'SAML':
      return samlDetails(providers.saml.find((each) => each.name === name));
  }
}

function clientOf(given: { readonly clientId: string; readonly clientSecretArn: string } | null): Details {
  if (given === null) return {};
  return { client_id: given.clientId, client_secret: secretValue(given.clientSecretArn, 'clientSecret') };
}

function appleDetails(given: Providers['apple']): Details {
  if (given === null) return {};
  const { servicesId, teamId, keyId, privateKeyArn } = given;
  return {
    client_id: servicesId,
    team_id: teamId,
    key_id: keyId,
    private_key: secretValue(privateKeyArn, 'privateKey'),
  };
}

function oidcDetails(given: Providers['oidc'][number] | undefined): Details {
  if (given === undefined) return {};
  const { issuer, attributesRequestMethod, endpoints } = given;
  return {
    ...clientOf(given),
    oidc_issuer: issuer,
    attributes_request_method: attributesRequestMethod,
    ...(endpoints && {
      authorize_url: endpoints.authorize,
      token_url: endpoints.token,
      attributes_url: endpoints.userInfo,
      jwks_uri: endpoints.jwks,
    }),
  };
}

function samlDetails(given: Providers['saml'][number] | undefined): Details {
  if (given === undefined) return {};
  const { metadataUrl, metadata, signRequests, encrypt, idpInitiated, signOut } = given;
  return {
    ...(metadataUrl !== null && { MetadataURL: metadataUrl }),
    ...(metadata !== null && { MetadataFile: metadata }),
    IDPSignout: String(signOut),
    IDPInit: String(idpInitiated),
    EncryptedResponses: String(encrypt),
    ...(signRequests && { RequestSigningAlgorithm: 'rsa-sha256' }),
  };
}

/**
 * A reference that CloudFormation replaces by the secret when it calls Cognito, so that the template has only the ARN.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.secret-reference
 */
function secretValue(arn: string, key: string): string {
  return `{{resolve:secretsmanager:${arn}:SecretString:${key}}}`;
}
