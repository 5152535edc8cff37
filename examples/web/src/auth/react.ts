import { createContext, createElement, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Auth, AuthState } from './auth.ts';
import type { AuthUser } from './session.ts';

const AuthContext = createContext<Auth | null>(null);

export function AuthProvider({ auth, children }: { auth: Auth; children: ReactNode }) {
  return createElement(AuthContext, { value: auth }, children);
}

export interface UseAuth {
  readonly state: AuthState;
  readonly status: AuthState['status'];
  /** Null while nobody is signed in. */
  readonly user: AuthUser | null;
  readonly groups: readonly string[];
  readonly auth: Auth;
}

/** Who is signed in. The component is drawn again when that changes, in this tab or in another. */
export function useAuth(): UseAuth {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('useAuth wants an AuthProvider around it.');
  const state = useSyncExternalStore(auth.subscribe, auth.state, auth.state);
  const user = state.status === 'signedIn' ? state.user : null;
  return { auth, state, status: state.status, user, groups: user?.groups ?? [] };
}

export interface RequireAuthProps {
  readonly children: ReactNode;
  /** Shown to users who are not signed in. */
  readonly signIn: ReactNode;
  /** One of these is enough. Default: anybody who is signed in. */
  readonly groups?: readonly string[];
  /** Shown to a user who is in none of the groups. */
  readonly forbidden?: ReactNode;
  /** Shown until it is known whether somebody is signed in, so that no form appears for a moment. */
  readonly restoring?: ReactNode;
}

/** Shows its children to signed-in users only. This only hides them: the API is what protects data. */
export function RequireAuth({ children, signIn, groups, forbidden = null, restoring = null }: RequireAuthProps) {
  const { status, groups: has } = useAuth();
  if (status === 'restoring') return restoring;
  if (status === 'signedOut') return signIn;
  if (groups && !groups.some((group) => has.includes(group))) return forbidden;
  return children;
}
