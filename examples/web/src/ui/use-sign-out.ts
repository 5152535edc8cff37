import { useCallback } from 'react';
import { useAuth } from '../auth/react.ts';
import { useAnnouncer } from './announcer.tsx';

/** Signs out in all tabs, and says so when the server did not hear of it. */
export function useSignOut(): () => Promise<void> {
  const { auth } = useAuth();
  const { announce } = useAnnouncer();
  return useCallback(async () => {
    const isTold = await auth.signOut();
    if (!isTold) announce('You are signed out here. The server could not be told: there the session ends by itself.');
  }, [auth, announce]);
}
