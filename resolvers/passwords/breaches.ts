import { createHash } from 'node:crypto';
import type { BreachList } from './rules.ts';

/** A list of leaked passwords. */
export interface Breaches {
  /** Also false if the list does not answer, so that an outage of another service keeps nobody out. */
  has(password: string): Promise<boolean>;
}

export interface BreachesOptions extends BreachList {
  /** Called if the list did not answer. */
  readonly lost: (error: unknown) => void;
  readonly fetch?: typeof fetch;
}

/**
 * Queries a range API like that of Have I Been Pwned: it receives the first five hexadecimal digits of the SHA-1 of a
 * password, and returns the rest of all hashes that begin with them. The password and its hash never leave the
 * function.
 * @see https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
export function createBreaches({ url, timeoutMs, lost, fetch: get = fetch }: BreachesOptions): Breaches {
  const base = url.endsWith('/') ? url : `${url}/`;
  return {
    has: async (password) => {
      const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
      try {
        const answer = await get(`${base}${hash.slice(0, 5)}`, {
          // Pads the answer, so that its length does not reveal which hashes were requested.
          headers: { 'add-padding': 'true' },
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!answer.ok) throw new Error(`The list of leaked passwords answered with HTTP ${answer.status}.`);
        return isListed(await answer.text(), hash.slice(5));
      } catch (error) {
        lost(error);
        return false;
      }
    },
  };
}

/** A line is `SUFFIX:COUNT`. Padding has the count 0. */
function isListed(lines: string, suffix: string): boolean {
  return lines.split('\n').some((line) => {
    const [ending = '', times = ''] = line.trim().split(':');
    return ending.toUpperCase() === suffix && Number(times) > 0;
  });
}
