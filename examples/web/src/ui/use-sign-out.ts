import { useCallback } from 'react';
import { useAuth } from '../auth/react.ts';
import { type Site, useSite } from '../site/settings-context.ts';
import { useAnnouncer } from './announcer.tsx';

/**
 * Signs out in all tabs, and tells the user if the server could not be reached. If the sign-in began at the pool's
 * domain, the browser goes there and comes back, so that the session there ends, too.
 */
export function useSignOut(): () => Promise<void> {
  const { auth, state } = useAuth();
  const site = useSite();
  const { announce } = useAnnouncer();
  const isAtDomain = state.status === 'signedIn' && state.isAtDomain;
  return useCallback(async () => {
    const elsewhere = isAtDomain ? await addressOf(site) : null;
    const isTold = await auth.signOut();
    if (elsewhere !== null) return location.assign(elsewhere);
    if (!isTold) announce('You are signed out here. The server could not be reached; the session will end there by itself.');
  }, [auth, announce, isAtDomain, site]);
}

async function addressOf(site: Site | null): Promise<string | null> {
  if (!site?.config.federation) return null;
  try {
    const { departureForGood } = await import('../auth/federation/leave.ts');
    return await departureForGood(site.endpoint);
  } catch {
    // That part of the page cannot be loaded. Signing out here must not depend on it.
    return null;
  }
}
