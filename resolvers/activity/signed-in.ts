import type { Request } from '../call/request.ts';
import type { AccountEvent, EventKind } from './events.ts';

/** Returns nothing during a sign-in, when nobody is signed in yet; the sign-in itself is recorded. */
export function one(kind: EventKind, { identity }: Request, detail?: string): AccountEvent[] {
  return identity === null ? [] : [{ kind, owner: identity.sub, ...(detail !== undefined && { detail }) }];
}
