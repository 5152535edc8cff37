import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';

/**
 * The owner of a count: a hash, so that the table holds neither names nor addresses. The key is the name of the table,
 * which sets the hashes of two deployments apart. It is no secret: whoever can read the table can still try whether an
 * address is in it. The items go after two days.
 */
export function ownerOf(table: string, kind: string, value: string): string {
  return `${kind}:${createHmac('sha256', table).update(value).digest('base64url')}`;
}

/**
 * An address, a number or a name as it counts: case does not, nor what follows a plus sign before the `@`, since mail
 * to `ann+1@…` and `ann+2@…` arrives in one box.
 */
export function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^([^@+]+)\+[^@]*@/, '$1@');
}

/** Where a caller comes from, as it counts: of IPv6 the first 64 bits, since a household has all addresses below. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
