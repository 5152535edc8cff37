import { randomInt } from 'node:crypto';

// Without letters and digits that look alike in a mail, and without characters that a mail program may treat as markup.
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '!#$%*+-=?@_'] as const;
const all = classes.join('');
const leastLength = 14;

/**
 * A random password for any policy with this minimum length: it has a character of each class. 14 characters have 82
 * bits.
 */
export function temporaryPassword(minimumLength: number): string {
  const length = Math.max(leastLength, minimumLength);
  const characters = [...classes.map(pick), ...Array.from({ length: length - classes.length }, () => pick(all))];
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters.join('');
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length));
}
