/** One page of a list, and the token of the next page if there is one. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** All items of a paged list. */
export async function drained<T>(page: (token: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items, next } = await page(token);
    all.push(...items);
    token = next;
  } while (token !== undefined);
  return all;
}

/** A user may have a hundred sessions and a call lasts seconds, but Cognito's quotas apply to all users together. */
const AT_ONCE = 10;

/** Does something with each item, a few at a time. @throws The first failure, after every item was tried. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    outcomes.push(...(await Promise.allSettled(items.slice(from, from + AT_ONCE).map(act))));
  }
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}

/** Ignores that something was already removed. */
export async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
  }
}
