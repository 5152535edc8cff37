import { z } from 'zod';
import { domainName, domainPrefix } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';
import { isReturnUrl } from './provider-formats.ts';
import { appleProvider, oidcProvider, samlProvider, socialProvider } from './providers.ts';

const client = 'AWS::Cognito::UserPoolClient';
const poolDomain = 'AWS::Cognito::UserPoolDomain';
const providerOf = (type: string): string => `\`AWS::Cognito::UserPoolIdentityProvider\` of type ${type}`;

/** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.host */
const loginHost = z.stringFormat(
  'domain name in lower case of at most 63 characters, such as login.example.com',
  (text) => text.length <= 63 && domainName.safeParse(text).success,
);

const domain = z.strictObject({
  prefix: setting(domainPrefix.nullable().default(null), {
    is:
      'Prefix of the domain at Cognito, `<prefix>.auth.<region>.amazoncognito.com`, which must be unique worldwide. Null ' +
      'means the name of the stack in lower case, without the words aws, amazon and cognito, and the id of the account.',
    becomes: `\`${poolDomain}.Domain\``,
    laptop: "On a laptop, the domain is the address of the laptop's own user pool.",
  }),
  host: setting(loginHost.nullable().default(null), {
    is:
      'A host name of your own instead of the prefix, such as `login.example.com`. The domain above it must have an A ' +
      'record. After the deployment, point the host name to the output `LoginDomainTarget`.',
    becomes: `\`${poolDomain}.Domain\``,
    laptop: "On a laptop, the domain is the address of the laptop's own user pool.",
  }),
  certificateArn: setting(
    z
      .stringFormat('ARN of an ACM certificate in us-east-1', /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)
      .nullable()
      .default(null),
    {
      is: 'The certificate of that host name, in us-east-1 whatever the Region of the stack.',
      becomes: `\`${poolDomain}.CustomDomainConfig.CertificateArn\``,
      laptop: "On a laptop, the domain is the address of the laptop's own user pool.",
    },
  ),
});

const returnUrls = z
  .array(
    z
      .stringFormat(
        'URL without wildcard and fragment: https, http://localhost, or the scheme of an app such as myapp://signed-in',
        isReturnUrl,
      )
      .max(1024),
  )
  .max(100);

const providers = z.strictObject({
  google: setting(socialProvider.nullable().default(null), {
    is: 'Sign in with Google; null for none.',
    becomes: providerOf('Google'),
  }),
  facebook: setting(socialProvider.nullable().default(null), {
    is: 'Facebook Login; null for none. Facebook does not say whether an address is verified.',
    becomes: providerOf('Facebook'),
  }),
  amazon: setting(socialProvider.nullable().default(null), {
    is: 'Login with Amazon; null for none. Amazon does not say whether an address is verified.',
    becomes: providerOf('LoginWithAmazon'),
  }),
  apple: setting(appleProvider.nullable().default(null), {
    is: 'Sign in with Apple; null for none. Users may hide their address, and Apple tells their name only the first time.',
    becomes: providerOf('SignInWithApple'),
  }),
  oidc: setting(z.array(oidcProvider).default([]), {
    is: 'OpenID Connect providers, such as Entra ID, Okta, Keycloak or another user pool: a list of groups, see below.',
    becomes: providerOf('OIDC'),
  }),
  saml: setting(z.array(samlProvider).default([]), {
    is: 'SAML 2.0 providers, such as the directory of a company: a list of groups, see below.',
    becomes: providerOf('SAML'),
  }),
});

export const federation = setting(
  z
    .strictObject({
      domain: domain.prefault({}),
      callbackUrls: setting(returnUrls.min(1), {
        is:
          'Where the pages may take the authorization code, each exactly as the page sends it: `https://…`, ' +
          '`http://localhost…` for development, or the scheme of an app. There are no wildcards.',
        becomes: `\`${client}.CallbackURLs\`, \`AUTH_CONFIG\` of the user function`,
      }),
      signOutUrls: setting(returnUrls.default([]), {
        is: 'Where a browser may be sent after a sign-out, under the same rules.',
        becomes: `\`${client}.LogoutURLs\`, \`AUTH_CONFIG\` of the user function`,
      }),
      scopes: setting(
        z
          .array(z.enum(['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']))
          .min(1)
          .default(['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']),
        {
          is:
            'The scopes that a page may ask for. `openid` brings the ID token, the next three the claims in it, the last ' +
            'one the right to the own account in Cognito, without which the operations of this API for signed-in users fail.',
          becomes: `\`${client}.AllowedOAuthScopes\`, \`AUTH_CONFIG\` of the user function`,
        },
      ),
      ownUsers: setting(z.boolean().default(true), {
        is:
          "Whether the pages of the domain also sign in the pool's own users, and sign up new ones if `signUp.modes` contains " +
          'PASSWORD. These pages know neither `protection.captcha` nor the limits nor `signUp.reservedNames`. ' +
          'False leaves only the providers there; the operations of this API sign in own users in either case.',
        becomes: `\`${client}.SupportedIdentityProviders\`, \`AUTH_CONFIG\` of the user function`,
      }),
      managedLogin: setting(z.boolean().default(true), {
        is: 'Whether the pages of the domain are managed login (true), or the classic hosted pages (false). `signIn.plan` LITE has only those.',
        becomes: `\`${poolDomain}.ManagedLoginVersion\`, \`AWS::Cognito::ManagedLoginBranding\``,
        laptop: 'A laptop has pages of its own, the same in both cases.',
      }),
      providers: providers.prefault({}),
      linkByVerifiedEmail: setting(z.array(z.string().min(1)).default([]), {
        is:
          'The providers, by their names, whose word is enough to sign in to an existing account: if such a provider says ' +
          'that an address is verified, its user becomes one with the user who has verified that address here. ' +
          'Whoever controls the provider, or can make it say so, can then take over every account. ' +
          'Read "Linking" in docs/recipes.md first. Accounts are never linked for other providers.',
        becomes: '`LINK_BY_VERIFIED_EMAIL` of the PreSignUp trigger, and its right to `AdminLinkProviderForUser`',
      }),
    })
    .nullable()
    .default(null),
  {
    is:
      'Sign-in by other providers, and by the pages at the domain of the pool, with OAuth: the authorization code flow ' +
      'with PKCE. The implicit flow is never enabled. Null for none.',
    becomes:
      `\`${poolDomain}\`, \`${client}.AllowedOAuthFlowsUserPoolClient\`, \`${client}.AllowedOAuthFlows\`, ` +
      '`AWS::Cognito::UserPool.LambdaConfig.PreSignUp`, ' +
      '`USER_POOL_DOMAIN` and `AUTH_CONFIG` of the user function, `PROVIDERS` of the account and the admin function',
  },
);

export type FederationGroup = NonNullable<z.output<typeof federation>>;
