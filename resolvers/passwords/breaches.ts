import { createHash } from 'node:crypto';
import type { BreachList } from './rules.ts';

/** A list of passwords that were leaked somewhere. */
export interface Breaches {
  /** False as well if the list does not answer: nobody is kept out because somebody else's service is down. */
  has(password: string): Promise<boolean>;
}

export interface BreachesOptions extends BreachList {
  /** Told of a list that did not answer. */
  readonly lost: (error: unknown) => void;
  readonly fetch?: typeof fetch;
}

/**
 * Asks a range API as Have I Been Pwned has it: it is sent the first five hexadecimal digits of the SHA-1 of a password,
 * and answers with the rest of all hashes that begin so. The password and its hash never leave the function.
 * @see https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
export function createBreaches({ url, timeoutMs, lost, fetch: get = fetch }: BreachesOptions): Breaches {
  const base = url.endsWith('/') ? url : `${url}/`;
  return {
    has: async (password) => {
      const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
      try {
        const answer = await get(`${base}${hash.slice(0, 5)}`, {
          // Answers of one length, so that nobody on the way can tell by it which hashes were asked for.
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

/** A line is `SUFFIX:COUNT`. What pads the answer has the count 0. */
function isListed(lines: string, suffix: string): boolean {
  return lines.split('\n').some((line) => {
    const [ending = '', times = ''] = line.trim().split(':');
    return ending.toUpperCase() === suffix && Number(times) > 0;
  });
}
