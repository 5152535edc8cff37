import { useCallback } from 'react';
import { useAuth } from '../auth/react.ts';
import { useAnnouncer } from './announcer.tsx';

/** Signs out in all tabs, and tells the user if the server could not be reached. */
export function useSignOut(): () => Promise<void> {
  const { auth } = useAuth();
  const { announce } = useAnnouncer();
  return useCallback(async () => {
    const isTold = await auth.signOut();
    if (!isTold) announce('You are signed out here. The server could not be reached; the session will end there by itself.');
  }, [auth, announce]);
}
