import { same } from '../template/json.ts';
import type { GuardedResource } from './deployed.ts';
import { fixed, type Guard, living, ofType, uniqueName } from './guard.ts';

const poolDomain = 'AWS::Cognito::UserPoolDomain';
const provider = 'AWS::Cognito::UserPoolIdentityProvider';
const keepIds = 'Keep the id and the place of every construct: the logical ids are derived from them.';

/** The domain of the pool, which serves links in mails, or OAuth too. */
const domainReads = [{ type: poolDomain, paths: ['Domain', 'ManagedLoginVersion'] }];

/** @see docs/aws-behaviour/cognito-settings.md#cognito.pool.prefix-is-global */
const changedDomain: Guard = {
  guards: `${poolDomain}.Domain`,
  reads: domainReads,
  find: (before, after) =>
    living(poolDomain, before, after).flatMap(({ id, old, next }) => {
      const was = old.properties['Domain'];
      const becomes = next.properties['Domain'];
      if (was === undefined || becomes === undefined || same(was, becomes)) return [];
      const common = { what: `Domain of ${id}`, was, becomes };
      const taken = 'anybody in the world could take the old name';
      if (servesOAuth(old))
        return [
          {
            ...common,
            setting: 'federation.domain',
            loses:
              `Each provider refuses sign-ins from a domain that is not registered there, ${taken}, and Cognito refuses a ` +
              'second prefix while the first exists: such a deployment would fail.',
            instead:
              'Register the new domain at each provider first. Another prefix takes two deployments, the first with ' +
              'federation null and `--accept federation`. A host of your own takes one.',
          },
        ];
      return [
        {
          ...common,
          setting: 'messages.linkDomainPrefix',
          loses:
            `Links in mails that were already sent would stop working, ${taken}, and Cognito refuses a second domain while ` +
            'the first exists: the deployment would fail.',
          instead:
            'Keep the prefix. Or first deploy with null (and messages.verifyBy CODE) and `--accept ' +
            'messages.linkDomainPrefix`, then with the new prefix. With federation, set it as federation.domain.prefix.',
        },
      ];
    }),
};

const vanishedDomain: Guard = {
  guards: `${poolDomain} (vanishing)`,
  reads: domainReads,
  find: (before, after) => {
    const old = ofType(poolDomain, before.resources);
    if (old.length === 0 || ofType(poolDomain, after.resources).length > 0) return [];
    const common = { what: `all of ${poolDomain}`, was: old.map(([id]) => id), becomes: undefined };
    return old.some(([, domain]) => servesOAuth(domain))
      ? [
          {
            ...common,
            setting: 'federation',
            loses:
              'Users of other providers could no longer sign in, and anybody in the world could take the prefix of the domain.',
            instead: 'Keep it until each of these users has another way to sign in.',
          },
        ]
      : [
          {
            ...common,
            setting: 'messages.linkDomainPrefix',
            loses: 'Links in mails that were already sent would stop working, and anybody in the world could take the prefix.',
            instead:
              'Keep it together with messages.verifyBy LINK. Or wait until the last link has expired, a day after it was sent.',
          },
        ];
  },
};

function servesOAuth({ properties }: GuardedResource): boolean {
  return properties['ManagedLoginVersion'] !== undefined;
}

/** @see docs/aws-behaviour/cognito-federation.md#cognito.federation.provider-name */
const vanishedProvider: Guard = {
  guards: `${provider} (vanishing name)`,
  reads: [{ type: provider, paths: ['ProviderName'] }],
  find: (before, after) => {
    const names = ofType(provider, after.resources).map(([, { properties }]) => properties['ProviderName']);
    return ofType(provider, before.resources).flatMap(([id, { properties }]) => {
      const was = properties['ProviderName'];
      if (names.includes(was ?? null)) return [];
      return [
        {
          setting: 'federation.providers',
          what: `ProviderName of ${id}`,
          was,
          becomes: undefined,
          loses:
            'Its users could no longer sign in, apart from those with another way. A provider of another name does not know ' +
            'them: they would be new users there.',
          instead: 'Keep the provider and its name; the label can change. Or first link its users to other identities.',
        },
      ];
    });
  },
};

/** By type: what the subjects of a provider's users depend on. A subject at Google is the same for every client. */
const subjectsDependOn: Readonly<Record<string, readonly string[]>> = {
  Facebook: ['ProviderDetails.client_id'],
  LoginWithAmazon: ['ProviderDetails.client_id'],
  SignInWithApple: ['ProviderDetails.team_id'],
  OIDC: ['ProviderDetails.oidc_issuer', 'ProviderDetails.client_id'],
  // The metadata itself also changes with each certificate of a directory, so it is not guarded.
  SAML: ['ProviderDetails.MetadataURL'],
};

const changedSubjects: Guard = {
  guards: `${provider}.ProviderDetails`,
  reads: [{ type: provider, paths: ['ProviderType', ...new Set(Object.values(subjectsDependOn).flat())] }],
  find: (before, after) =>
    living(provider, before, after).flatMap(({ id, old, next }) =>
      (subjectsDependOn[String(old.properties['ProviderType'])] ?? []).flatMap((path) => {
        const was = old.properties[path];
        const becomes = next.properties[path];
        if (same(was, becomes) || old.properties['ProviderType'] !== next.properties['ProviderType']) return [];
        return [
          {
            setting: 'federation.providers',
            what: `${path} of ${id}`,
            was,
            becomes,
            loses:
              'The provider may know the same people by other subjects there: they would be new users, without their accounts. ' +
              'And whoever has an old subject there would get the account that belongs to it.',
            instead: 'Add a second provider under another name, and let its users link it to their accounts.',
          },
        ];
      }),
    ),
};

/** What would lock out the users of other providers. */
export const federationGuards: readonly Guard[] = [
  uniqueName(poolDomain, ['Domain'], {
    setting: 'constructs',
    loses: 'The domain that is to be removed still has this prefix: the deployment would fail.',
    instead: keepIds,
  }),
  changedDomain,
  vanishedDomain,
  uniqueName(provider, ['ProviderName'], {
    setting: 'constructs',
    loses: 'The provider that is to be removed still has this name: the deployment would fail.',
    instead: keepIds,
  }),
  vanishedProvider,
  changedSubjects,
  fixed(provider, 'ProviderType', {
    setting: 'federation.providers',
    loses: 'CloudFormation creates the new provider before it deletes the old one, which still has its name: it would fail.',
    instead: 'Give the new provider another name.',
  }),
];
