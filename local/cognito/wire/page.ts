import { invalidParameter } from './errors.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly NextToken?: string;
}

/** One page, sorted by id. The token is where the page ended, so each page costs the same. */
export function page<T extends { readonly id: string }>(
  itemsAfter: (id: string, limit: number) => T[],
  limit: number,
  token = '',
): Page<T> {
  const after = Buffer.from(token, 'base64url').toString('utf8');
  if (Buffer.from(after).toString('base64url') !== token) throw invalidParameter('Invalid NextToken');
  const found = itemsAfter(after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, NextToken: Buffer.from(last.id).toString('base64url') } : { items };
}
