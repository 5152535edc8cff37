import { isIP } from 'node:net';

/**
 * The address that called AppSync, from the header `x-forwarded-for`: `<what the caller wrote>, <the caller>,
 * <AppSync's edge>`. An AppSync API, even with its own domain, is behind CloudFront, which appends the address of its
 * caller to whatever was sent. The service behind CloudFront then appends CloudFront's address. So the last but one is
 * the caller's, and everything before it is only claimed by the caller.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#RequestCustomIPAddresses
 * @see docs/aws-behaviour/appsync.md#appsync.http.forwarded-for
 */
export function callerAddress(forwardedFor: string | readonly string[] | null): string | null {
  if (forwardedFor === null) return null;
  const hops = [forwardedFor]
    .flat()
    .flatMap((line) => line.split(','))
    .map((hop) => hop.trim());
  const caller = hops.at(-2) ?? '';
  return isIP(caller) === 0 ? null : caller;
}
