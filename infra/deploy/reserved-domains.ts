import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Settings } from '../settings/stage.ts';
import { isLoopback } from '../settings/users/provider-formats.ts';
import { triggerKeys } from '../settings/users/triggers.ts';

/**
 * Names that nobody can own: https://www.rfc-editor.org/rfc/rfc2606 and https://www.rfc-editor.org/rfc/rfc6761. A
 * laptop accepts them all.
 */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

/** A path in a stage, and the value there. */
type Place = readonly [path: string, written: string | null | undefined];

/**
 * Every setting of a stage that names a domain of the deployment: alone, after an @, or at the end of the ARN of an
 * identity.
 */
function placesOf(settings: Settings): readonly Place[] {
  const { domain, signUp, signIn, messages, gpt, monitoring } = settings;
  return [
    ['domain.name', domain?.name],
    ['domain.hostedZone.name', domain?.hostedZone?.name],
    ...signUp.emailDomains.map((name): Place => ['signUp.emailDomains', name]),
    ['signIn.passkeys.relyingParty', signIn.passkeys?.relyingParty],
    ['signIn.passwordless.sender', signIn.passwordless?.sender],
    ['signIn.passwordless.identityArn', signIn.passwordless?.identityArn],
    ['messages.ses.from', messages.ses?.from],
    ['messages.ses.replyTo', messages.ses?.replyTo],
    ['messages.ses.verifiedDomain', messages.ses?.verifiedDomain],
    ['gpt.baseUrl', gpt?.baseUrl && new URL(gpt.baseUrl).hostname],
    ...ofFederation(settings),
    ...(monitoring.alarms?.emails ?? []).map((address): Place => ['monitoring.alarms.emails', address]),
    ...ownTriggers(settings),
  ];
}

/** A call-back to localhost is for developers, and Cognito accepts it. A provider there is only for a laptop. */
function ofFederation({ federation }: Settings): readonly Place[] {
  if (federation === null) return [];
  const { domain, callbackUrls, signOutUrls, providers } = federation;
  const host = (url: string): string => (isLoopback(url) ? 'localhost' : new URL(url).hostname);
  const called = (path: string, urls: readonly string[]): Place[] => urls.map((url): Place => [path, host(url)]);
  const back = (path: string, urls: readonly string[]): Place[] =>
    called(
      path,
      urls.filter((url) => !isLoopback(url)),
    );
  return [
    ['federation.domain.host', domain.host],
    ...back('federation.callbackUrls', callbackUrls),
    ...back('federation.signOutUrls', signOutUrls),
    ...providers.oidc.flatMap(({ issuer, endpoints }, index) => [
      ...called(`federation.providers.oidc.${index}.issuer`, [issuer]),
      ...called(`federation.providers.oidc.${index}.endpoints`, Object.values(endpoints ?? {})),
    ]),
    ...providers.saml.flatMap(({ metadataUrl }, index) =>
      called(`federation.providers.saml.${index}.metadataUrl`, metadataUrl === null ? [] : [metadataUrl]),
    ),
  ];
}

/** In the environment and the rights of a trigger, only addresses and identities are checked. */
function ownTriggers({ triggers }: Settings): readonly Place[] {
  return triggerKeys.flatMap((key) => {
    const { environment = {}, rights = [] } = triggers[key] ?? {};
    return [
      ...Object.entries(environment).flatMap(([name, value]) =>
        // Each address in the text, also in `Ada <ada@example.com>`.
        Array.from(value.matchAll(/@[\w.-]+/g), ([address]): Place => [`triggers.${key}.environment.${name}`, address]),
      ),
      ...rights
        .flatMap(({ resources }) => resources)
        .filter((arn) => arn.includes(':identity/'))
        .map((arn): Place => [`triggers.${key}.rights`, arn]),
    ];
  });
}

/**
 * Throws a ConfigurationError that names each setting that still has a domain reserved for documentation, which cannot
 * work in AWS.
 */
export function refuseReservedDomains(stage: string, settings: Settings): void {
  const found = placesOf(settings).flatMap(([path, written]) => {
    const host = written?.split(/[@/]/).at(-1) ?? '';
    return reserved.test(host) ? [`${path} names ${host}: use your own domain, or leave the setting out.`] : [];
  });
  if (found.length === 0) return;
  throw new ConfigurationError(
    `Stage "${stage}" in infra/config.ts names domains that are reserved for documentation and tests (RFC 2606, RFC 6761):`,
    found,
  );
}
