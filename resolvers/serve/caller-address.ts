import { isIP } from 'node:net';

/**
 * The address that called AppSync, of the header `x-forwarded-for`: `<what the caller wrote>, <the caller>, <AppSync's
 * edge>`. An AppSync API, also under a domain of its own, is reached through CloudFront, which adds the address that
 * called it to whatever was sent; what stands behind CloudFront adds CloudFront's. So the last but one is the caller's,
 * and all before it is what the caller claims.
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
