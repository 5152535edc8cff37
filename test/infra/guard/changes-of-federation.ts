import type { Template } from '../../../infra/template/template.ts';
import { set } from './complete.ts';
import type { HarmfulChange } from './harmful-change.ts';
import { idOf, properties, rename } from './living.ts';

const poolDomain = 'AWS::Cognito::UserPoolDomain';
const provider = 'AWS::Cognito::UserPoolIdentityProvider';

/** A domain that serves OAuth, and one provider. */
const federated =
  (ProviderType: string) =>
  (template: Template): void => {
    properties(template, poolDomain)['ManagedLoginVersion'] = 2;
    const ProviderDetails = {
      client_id: 'one',
      team_id: 'ABCDE12345',
      oidc_issuer: 'https://login.example.com',
      MetadataURL: 'https://directory.example.com/metadata.xml',
    };
    template.Resources['Staff'] = { Type: provider, Properties: { ProviderName: 'Staff', ProviderType, ProviderDetails } };
  };

export const changesOfFederation: readonly HarmfulChange[] = [
  {
    guards: `${poolDomain} (vanishing)`,
    change: (t) => delete t.Resources[idOf(t, poolDomain)[0]],
    setting: 'messages.linkDomainPrefix',
    says: /already sent would stop working/,
  },
  {
    guards: `${poolDomain}.Domain`,
    change: set(poolDomain, 'Domain', 'example-new'),
    setting: 'messages.linkDomainPrefix',
    says: /first deploy with null/,
  },
  {
    guards: `${poolDomain} (logical id of a name)`,
    change: (t) => rename(t, poolDomain),
    setting: 'constructs',
    says: /still has this prefix/,
  },
  {
    guards: `${poolDomain} (vanishing)`,
    before: federated('OIDC'),
    change: (t) => delete t.Resources[idOf(t, poolDomain)[0]],
    setting: 'federation',
    says: /could no longer sign in/,
  },
  {
    guards: `${poolDomain}.Domain`,
    before: federated('OIDC'),
    change: set(poolDomain, 'Domain', 'example-new'),
    setting: 'federation.domain',
    says: /Register the new domain at each provider first/,
  },
  {
    guards: `${provider} (logical id of a name)`,
    before: federated('OIDC'),
    change: (t) => rename(t, provider),
    setting: 'constructs',
    says: /still has this name/,
  },
  {
    guards: `${provider} (vanishing name)`,
    before: federated('OIDC'),
    change: (t) => delete t.Resources['Staff'],
    setting: 'federation.providers',
    says: /was "Staff".*could no longer sign in/,
  },
  {
    guards: `${provider} (vanishing name)`,
    before: federated('OIDC'),
    change: set(provider, 'ProviderName', 'People'),
    setting: 'federation.providers',
    says: /new users there/,
  },
  ...(
    [
      ['OIDC', 'oidc_issuer'],
      ['OIDC', 'client_id'],
      ['Facebook', 'client_id'],
      ['LoginWithAmazon', 'client_id'],
      ['SignInWithApple', 'team_id'],
      ['SAML', 'MetadataURL'],
    ] as const
  ).map(
    ([type, key]): HarmfulChange => ({
      guards: `${provider}.ProviderDetails`,
      before: federated(type),
      change: set(provider, `ProviderDetails.${key}`, 'other'),
      setting: 'federation.providers',
      says: /by other subjects/,
    }),
  ),
  {
    guards: `${provider}.ProviderType`,
    before: federated('OIDC'),
    change: set(provider, 'ProviderType', 'SAML'),
    setting: 'federation.providers',
    says: /Give the new provider another name/,
  },
];
