import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';

/**
 * The owner of a count: a hash, so that the table contains neither names nor addresses. The key is the name of the
 * table, so two deployments have different hashes. It is not a secret: anybody who can read the table can still test
 * whether an address is in it. The items expire after two days.
 */
export function ownerOf(table: string, kind: string, value: string): string {
  return `${kind}:${createHmac('sha256', table).update(value).digest('base64url')}`;
}

/**
 * The form in which an e-mail address, a phone number or a name is counted: in lower case, and without a suffix after a
 * plus sign, since mail to `ann+1@…` and `ann+2@…` arrives in one mailbox.
 */
export function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^([^@+]+)\+[^@]*@/, '$1@');
}

/**
 * The network that a caller is counted by: for IPv6 the first 64 bits, since a household has all addresses within them.
 */
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
