import { BlockList, isIP } from 'node:net';
import { IssuerError } from './issuer-error.ts';

/** Addresses of this machine and of the networks behind it, such as the metadata service of a cloud (RFC 6890). */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

/**
 * Throws for an endpoint that the metadata of an issuer may not name: without https, except on this machine; and on this
 * machine or in its network, unless the issuer is there too. Otherwise an issuer elsewhere could have requests sent to
 * servers that it cannot reach itself. A name whose address is private is not recognized.
 */
export function requireReach(issuer: URL, endpoint: string): void {
  const url = URL.parse(endpoint);
  const isEncrypted = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url));
  if (!url || !isEncrypted) throw new IssuerError('It names an endpoint without https.');
  if (isInside(url) && !isInside(issuer)) throw new IssuerError('It names an endpoint inside a private network.');
}

/** The only spellings of this machine that need no https. */
function isThisMachine({ hostname }: URL): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

function isInside({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$|\.$/g, '');
  // A list of IPv4 addresses also has those that are written as IPv6.
  const family = isIP(host);
  if (family !== 0) return inside.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(host);
}
