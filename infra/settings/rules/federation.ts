import type { Settings } from '../stage.ts';
import type { FederationGroup } from '../users/federation.ts';
import type { Rule } from './rule.ts';

/** What the domain of the pool and the pages there can do. */
export function federationRules(settings: Settings, isLaptop: boolean): Rule[] {
  const { federation, triggers } = settings;
  if (federation === null) {
    return [
      {
        path: ['triggers', 'inboundFederation'],
        message: 'be null if federation is null: nobody comes from another provider',
        broken: triggers.inboundFederation !== null,
      },
    ];
  }
  return [
    ...domainRules(settings, federation),
    ...clientRules(federation),
    ...ownUserRules(settings, federation, isLaptop),
    {
      path: ['triggers', 'preSignUp'],
      message:
        'be null if federation is set: the trigger of the same name that comes with it keeps users of other providers ' +
        'out of existing accounts. Refuse them in triggers.inboundFederation, which Cognito calls before',
      broken: triggers.preSignUp !== null,
    },
  ];
}

function domainRules({ messages, naming }: Settings, { domain }: FederationGroup): Rule[] {
  const { prefix, host, certificateArn } = domain;
  return [
    {
      path: ['federation', 'domain', 'prefix'],
      message: 'be null if federation.domain.host is set: the app client uses one domain',
      broken: prefix !== null && host !== null,
    },
    {
      path: ['federation', 'domain', 'certificateArn'],
      message: 'be set together with federation.domain.host',
      broken: (host === null) !== (certificateArn === null),
    },
    {
      path: ['federation', 'domain', 'certificateArn'],
      message: 'belong to the account of the stack, naming.account: Cognito only accepts certificates of its own account',
      broken: naming.account !== null && certificateArn !== null && certificateArn.split(':')[4] !== naming.account,
    },
    {
      // A host directly under a top-level domain has no domain above it that could have an A record.
      // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.host
      path: ['federation', 'domain', 'host'],
      message: 'be below a domain of yours, such as login.example.com: Cognito wants an A record at the domain above it',
      broken: host !== null && host.split('.').length < 3,
    },
    {
      path: ['messages', 'linkDomainPrefix'],
      message: 'be null, or the same as federation.domain.prefix: a pool has one domain, and the links lead to it too',
      broken: messages.linkDomainPrefix !== null && messages.linkDomainPrefix !== prefix,
    },
  ];
}

/** API_CreateUserPoolClient. */
function clientRules({ callbackUrls, signOutUrls, scopes, ownUsers, providers }: FederationGroup): Rule[] {
  const none = [providers.google, providers.facebook, providers.amazon, providers.apple].every((each) => each === null);
  const once = 'contain each URL once';
  return [
    { path: ['federation', 'callbackUrls'], message: once, broken: hasTwins(callbackUrls) },
    { path: ['federation', 'signOutUrls'], message: once, broken: hasTwins(signOutUrls) },
    { path: ['federation', 'scopes'], message: 'contain each scope once', broken: hasTwins(scopes) },
    {
      path: ['federation', 'scopes'],
      message: 'contain openid: without it there is no ID token, and Cognito grants neither email nor phone nor profile',
      broken: !scopes.includes('openid'),
    },
    {
      path: ['federation', 'scopes'],
      message: 'contain aws.cognito.signin.user.admin: without it the tokens do not open the own account',
      broken: !scopes.includes('aws.cognito.signin.user.admin'),
    },
    {
      path: ['federation', 'ownUsers'],
      message: 'be true if federation.providers has none: nobody could sign in at the domain',
      broken: !ownUsers && none && providers.oidc.length + providers.saml.length === 0,
    },
  ];
}

/** The pages of the domain sign the pool's own users up and in without the functions of this API. */
function ownUserRules(settings: Settings, { domain, managedLogin, ownUsers }: FederationGroup, isLaptop: boolean): Rule[] {
  const { signIn, signUp, messages, protection } = settings;
  const { passkeys } = signIn;
  const selfService = ownUsers && signUp.modes.includes('PASSWORD');
  const path = ['federation', 'ownUsers'];
  return [
    {
      path,
      message:
        'be false if signIn.names contains EMAIL and messages.verifyBy is LINK, and signUp.modes contains PASSWORD: at ' +
        'the domain a stranger can sign up with an address of somebody else, and their password works as soon as ' +
        'anything opens the link',
      broken: selfService && signIn.names.includes('EMAIL') && messages.verifyBy === 'LINK',
    },
    {
      path,
      message:
        'be false if signIn.names lacks USERNAME and signIn.firstFactors contains a code, and signUp.modes contains ' +
        'PASSWORD: at the domain a stranger can sign up with an address of somebody else, and their password works as ' +
        'soon as the owner signs in with a code',
      broken:
        selfService &&
        !signIn.names.includes('USERNAME') &&
        signIn.firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP'),
    },
    {
      path,
      message: 'be false if protection.captcha is set and signUp.modes contains PASSWORD: the pages of the domain ask for none',
      broken: selfService && protection.captcha !== null,
    },
    {
      path,
      message: 'be false if protection.hideAddresses is true: the pages of the domain sign in with an address as Cognito does',
      broken: ownUsers && protection.hideAddresses,
    },
    {
      // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.relying-party
      path: ['signIn', 'passkeys', 'relyingParty'],
      message: `be federation.domain.host, ${domain.host}, if federation.ownUsers and managedLogin are true: managed login offers passkeys of its own host only`,
      broken:
        ownUsers &&
        managedLogin &&
        passkeys !== null &&
        domain.host !== null &&
        passkeys.relyingParty !== domain.host &&
        !isLaptop,
    },
  ];
}

function hasTwins(list: readonly string[]): boolean {
  return new Set(list).size < list.length;
}
