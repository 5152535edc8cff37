import { type Resource, resources, type Template } from '../template/template.ts';
import { type Check, findings, hasTwins, type Json, type Row } from './check.ts';
import { standardAttributes } from './facts/standard-attributes.ts';

type Properties = Resource['Properties'];

/** Sign-in by other providers and at the domain of the pool. */
export const federationChecks = {
  /**
   * The app client of OAuth. `The following providers do not exist for this user pool` if it does not wait for them.
   * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.return-urls
   */
  oauth: (template) =>
    resources(template, 'AWS::Cognito::UserPoolClient').flatMap(([id, client]) =>
      findings(id, client.Properties['AllowedOAuthFlowsUserPoolClient'] === false ? offRows(client) : onRows(client, template)),
    ),

  /** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.provider-name */
  providers: (template) => {
    const providers = resources(template, 'AWS::Cognito::UserPoolIdentityProvider');
    const names = providers.map(([, { Properties }]) => String(Properties['ProviderName']).toLowerCase());
    const identifiers = providers.flatMap(([, { Properties }]) => Properties['IdpIdentifiers'] ?? []);
    return providers.flatMap(([id, { Properties }]) =>
      findings(id, [
        ...nameRows(Properties),
        [hasTwins(names), 'Two providers have the same name.', 'Give each provider in federation.providers its own name.'],
        [hasTwins(identifiers), 'Two providers have the same identifier.', 'Name each of identifiers at one provider.'],
        ...secretRows(Properties['ProviderDetails'] ?? {}),
        ...mappingRows(Properties['AttributeMapping'] ?? {}, template),
      ]),
    );
  },

  /**
   * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.host
   * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.style
   */
  poolDomain: (template) => {
    const domains = resources(template, 'AWS::Cognito::UserPoolDomain');
    const styles = resources(template, 'AWS::Cognito::ManagedLoginBranding');
    return domains.flatMap(([id, { Properties }]) => {
      const name: unknown = Properties['Domain'];
      const certificate: unknown = Properties['CustomDomainConfig']?.CertificateArn;
      const prefix = certificate === undefined && typeof name === 'string' ? name : null;
      return findings(id, [
        [domains.length > 1, 'The pool has two domains, but the app client uses one.', 'Remove all but one.'],
        [
          certificate !== undefined && !/^arn:aws[a-z-]*:acm:us-east-1:/.test(String(certificate)),
          'Its certificate is not in us-east-1, and Cognito accepts no other.',
          'Set federation.domain.certificateArn to a certificate in us-east-1.',
        ],
        [
          prefix !== null && (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(prefix) || /aws|amazon|cognito/.test(prefix)),
          'Its prefix is not one that Cognito accepts.',
          'Use 1 to 63 lower-case letters, digits and -, without the words aws, amazon and cognito.',
        ],
        [
          Properties['ManagedLoginVersion'] === 2 && styles.length === 0,
          'It has managed login, but no app client has a style for it.',
          'Add an AWS::Cognito::ManagedLoginBranding, or set federation.managedLogin to false.',
        ],
      ]);
    });
  },
} satisfies Record<string, Check>;

function offRows({ Properties: client }: Resource): readonly Row[] {
  return [
    [
      ['AllowedOAuthFlows', 'CallbackURLs'].some((key) => key in client),
      'Its OAuth is off, but it has flows or call-back URLs.',
      'Remove AllowedOAuthFlows and CallbackURLs, or set federation.',
    ],
  ];
}

function onRows({ Properties: client, DependsOn = [] }: Resource, template: Template): readonly Row[] {
  const flows: string[] = client['AllowedOAuthFlows'] ?? [];
  const scopes: string[] = client['AllowedOAuthScopes'] ?? [];
  const urls: string[] = [...(client['CallbackURLs'] ?? []), ...(client['LogoutURLs'] ?? [])];
  const providers = resources(template, 'AWS::Cognito::UserPoolIdentityProvider');
  const supported: string[] = client['SupportedIdentityProviders'] ?? [];
  const others = supported.filter((name) => name !== 'COGNITO');
  const named = (name: string) => providers.find(([, { Properties }]) => Properties['ProviderName'] === name)?.[1].Properties;
  const isSaml = (name: string) => named(name)?.['ProviderType'] === 'SAML';
  const isIdpInitiated = (name: string) => isSaml(name) && named(name)?.['ProviderDetails']?.IDPInit === 'true';
  return [
    [
      client['AllowedOAuthFlowsUserPoolClient'] !== true,
      'It does not set whether OAuth is on, so the default of the service applies.',
      'Set AllowedOAuthFlowsUserPoolClient to true or false.',
    ],
    [
      flows.join() !== 'code',
      'It allows another flow than the authorization code; the implicit flow puts tokens into URLs.',
      'Set AllowedOAuthFlows to ["code"].',
    ],
    [
      !['openid', 'aws.cognito.signin.user.admin'].every((scope) => scopes.includes(scope)),
      'Its scopes do not bring an ID token, or do not open the own account.',
      'Add openid and aws.cognito.signin.user.admin to federation.scopes.',
    ],
    [(client['CallbackURLs'] ?? []).length === 0, 'It has no call-back URL.', 'Set federation.callbackUrls.'],
    [
      urls.some((url) => /[*#]/.test(url) || (/^http:/i.test(url) && !/^http:\/\/localhost(?=[:/]|$)/i.test(url))),
      'It sends browsers to a URL that Cognito refuses: with a wildcard or a fragment, or by http to another host than localhost.',
      'Correct federation.callbackUrls and federation.signOutUrls.',
    ],
    [
      supported.length === 0,
      'It names no provider, so nobody can sign in at the domain.',
      'Add COGNITO or a provider to SupportedIdentityProviders.',
    ],
    [
      others.some(
        (name) => !providers.some(([id, { Properties }]) => Properties['ProviderName'] === name && DependsOn.includes(id)),
      ),
      'It names a provider that does not exist, or may be created before it, and would then fail.',
      'Add the provider to the stack, and to DependsOn of the client.',
    ],
    [
      // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.idp-initiated
      supported.some((name) => isIdpInitiated(name)) && supported.some((name) => !isSaml(name)),
      'It has a SAML provider at which sign-ins may begin, and also the users of the pool or a provider that is not SAML.',
      'Set idpInitiated of the provider to false, or leave only SAML providers and set federation.ownUsers to false.',
    ],
    [
      resources(template, 'AWS::Cognito::UserPoolDomain').length === 0,
      'It has OAuth, but the pool has no domain.',
      'Set federation.domain, or add an AWS::Cognito::UserPoolDomain.',
    ],
  ];
}

const fixedNames: Readonly<Record<string, string>> = {
  Google: 'Google',
  Facebook: 'Facebook',
  LoginWithAmazon: 'LoginWithAmazon',
  SignInWithApple: 'SignInWithApple',
};

function nameRows({ ProviderName: name, ProviderType: type }: Properties): readonly Row[] {
  const fixed = fixedNames[type];
  return [
    [
      fixed !== undefined && name !== fixed,
      `A provider of type ${type} must have the name ${fixed}.`,
      `Set ProviderName to ${fixed}.`,
    ],
    [
      fixed === undefined && (!/^[A-Za-z][A-Za-z0-9.-]{2,31}$/.test(name) || name.toLowerCase() in lowerNames),
      'Its name is one that Cognito refuses or uses itself.',
      'Use 3 to 32 letters, digits, hyphens and dots.',
    ],
  ];
}

const lowerNames: Readonly<Record<string, true>> = {
  cognito: true,
  google: true,
  facebook: true,
  loginwithamazon: true,
  signinwithapple: true,
};

/**
 * Anybody who may see the stack can see its template.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.secret-reference
 */
function secretRows(details: Readonly<Record<string, Json>>): readonly Row[] {
  const reference = /^\{\{resolve:secretsmanager:arn:aws[a-z-]*:secretsmanager:[^:]+:\d{12}:secret:[^:]+:SecretString:\w+\}\}$/;
  return [
    [
      ['client_secret', 'private_key'].some((key) => key in details && !reference.test(String(details[key]))),
      'Its secret is in the template.',
      'Put it into Secrets Manager, and set clientSecretArn or privateKeyArn of the provider.',
    ],
  ];
}

/** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.mapping */
function mappingRows(mapping: Readonly<Record<string, string>>, template: Template): readonly Row[] {
  const pool = resources(template, 'AWS::Cognito::UserPool')[0]?.[1].Properties ?? {};
  const schema: { Name: string; Mutable?: boolean; Required?: boolean }[] = pool['Schema'] ?? [];
  const mapped = Object.keys(mapping);
  const fixed = schema.filter(({ Mutable }) => Mutable === false).flatMap(({ Name }) => [Name, `custom:${Name}`]);
  const known = [...standardAttributes, ...schema.map(({ Name }) => `custom:${Name}`)];
  const unwritable = resources(template, 'AWS::Cognito::UserPoolClient').flatMap(([, { Properties }]) =>
    mapped.filter((name) => !name.endsWith('_verified') && !(Properties['WriteAttributes'] ?? []).includes(name)),
  );
  const missing = schema.filter(({ Name, Required }) => Required === true && !mapped.includes(Name)).map(({ Name }) => Name);
  return [
    [
      mapped.some((name) => !known.includes(name)),
      'It fills an attribute that the pool does not have.',
      'Add it to signUp.customAttributes, or remove it from attributes of the provider.',
    ],
    [
      mapped.some((name) => fixed.includes(name)) || unwritable.length > 0,
      'It fills an attribute that cannot change or that the app client may not write, so each second sign-in would fail.',
      'Add it to signUp.writableAttributes, or remove it from attributes of the provider.',
    ],
    [
      missing.length > 0,
      `It does not fill ${missing.join(', ')}, which the pool requires, so nobody could sign in.`,
      'Add it to attributes of the provider.',
    ],
  ];
}
