import type { Identity, Request } from '../call/request.ts';
import type { Reauthentication } from '../config/environment.ts';
import { AuthError } from '../errors/auth-error.ts';
import { signedIn } from '../sign-in/access-token.ts';

/** What decides whether a sign-in is recent and strong enough. */
export interface FreshContext {
  readonly request: Request;
  /** Null if any sign-in will do. */
  readonly reauthentication: Reauthentication | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * As `signedIn`, for callers whose sign-in is recent and strong enough. The claims that decide it are verified by
 * AppSync, and no refresh changes them.
 * @throws AuthError `ACCESS_TOKEN_REQUIRED`, `REAUTHENTICATION_REQUIRED`.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.auth-time
 */
export function freshlySignedIn({ request, reauthentication, now }: FreshContext): ReturnType<typeof signedIn> {
  const caller = signedIn(request);
  if (reauthentication === null || isEnough(caller.identity, reauthentication, now())) return caller;
  throw new AuthError('REAUTHENTICATION_REQUIRED', 'This needs a recent sign-in. Sign in again, then repeat it.', {
    details: reauthentication,
  });
}

/** A token without these claims is refused. */
function isEnough({ authTime, acr }: Identity, wanted: Reauthentication, now: number): boolean {
  const isRecent = authTime !== null && now / 1000 - authTime <= wanted.maxAgeSeconds;
  return isRecent && (wanted.acr === null || atLeast(wanted.acr).includes(acr ?? ''));
}

/** From the weakest to the strongest. */
const levels = ['urn:cognito:loa:1', 'urn:cognito:loa:2', 'urn:cognito:loa:3', 'urn:cognito:loa:4'];

/** An unknown level is only reached by itself. */
function atLeast(acr: string): readonly string[] {
  return levels.includes(acr) ? levels.slice(levels.indexOf(acr)) : [acr];
}
