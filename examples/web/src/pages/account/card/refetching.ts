import type { ObservableQuery } from '@apollo/client';

/**
 * Options for a mutation that changes what these queries answer: they are asked again, and so is the activity, where the
 * change stands. A query that fails says so in its own card, and the change is no less done.
 */
export function refetching(...queries: readonly string[]) {
  const names = new Set(['Activity', ...queries]);
  return {
    refetchQueries: 'active',
    onQueryUpdated: (query: ObservableQuery) => {
      if (!names.has(query.queryName ?? '')) return false;
      return query.refetch().then(
        () => undefined,
        () => undefined,
      );
    },
  } as const;
}
