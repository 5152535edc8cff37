import { useSyncExternalStore } from 'react';

/** The pages. Their addresses follow the #, so that any file server can serve them. */
export type Route = '' | 'sign-up' | 'confirm' | 'forgot' | 'reset' | 'recover' | 'ask' | `admin${string}`;

export function useRoute(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash.replace(/^#\/?/, ''),
  );
}

export function goTo(route: Route): void {
  location.hash = `#/${route}`;
}
