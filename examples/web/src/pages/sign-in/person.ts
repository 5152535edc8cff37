import { useEffect, useState } from 'react';
import { browserStorages } from '../../auth/storage.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import type { DeliveryFragment } from '../../generated/sign-in.ts';
import type { Route } from '../../site/route.ts';

/** What the pages before the sign-in share. */
export interface PersonProps {
  readonly signIn: UseSignIn;
  /** A name typed on one page is filled in on the next. It is never part of the page's address. */
  readonly username: string;
  readonly setUsername: (username: string) => void;
  readonly signedUp: SignedUp | null;
  readonly setSignedUp: (signedUp: SignedUp) => void;
}

/** A sign-up that waits for its code. */
export interface SignedUp {
  /** What was typed, except for passwords, by the names of the inputs, so that a mistyped address can be corrected. */
  readonly typed: Readonly<Record<string, string>>;
  readonly delivery: DeliveryFragment | null;
  /** Signs in after the confirmation. It is kept in memory only: after a reload the page asks for the password. */
  readonly session: string | null;
  /**
   * It is sent together with the code, since whoever enters the code chooses the password. Like the session, it is kept
   * in memory only.
   */
  readonly password: string | null;
}

/** Pages that wait for a code. */
const codeSteps: ReadonlySet<string> = new Set<Route>(['confirm', 'reset']);

/**
 * Who is about to sign in. A phone may drop the page while its user reads the mail. The step is in the address, and
 * while it lasts the tab's session storage keeps the name under `key`. It keeps no password, code or session: any
 * script on this host could read them there, and none of them is needed to continue.
 */
export function usePerson(key: string, route: string): Omit<PersonProps, 'signIn'> {
  const [{ session: storage }] = useState(browserStorages);
  const isCodeStep = codeSteps.has(route);
  const [username, setUsername] = useState(() => (isCodeStep && storage?.getItem(key)) || '');
  const [signedUp, setSignedUp] = useState<SignedUp | null>(null);
  useEffect(() => {
    if (isCodeStep && username !== '') storage?.setItem(key, username);
    else storage?.removeItem(key);
  }, [isCodeStep, key, storage, username]);
  return { username, setUsername, signedUp, setSignedUp };
}
