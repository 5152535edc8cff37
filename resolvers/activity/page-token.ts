import { invalidInput } from '../errors/auth-error.ts';
import { activityPrefix } from './trail.ts';

const place = new RegExp(`^${activityPrefix}\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z:[0-9a-f]{12}$`);

/** A position in an account's history, as the client sees it. */
export function toPageToken(next: string | null): string | null {
  return next === null ? null : Buffer.from(next).toString('base64url');
}

/** @throws AuthError `INVALID_INPUT` for anything that no page returned. */
export function readPageToken(token: string | null | undefined): string | null {
  if (token === null || token === undefined) return null;
  const before = Buffer.from(token, 'base64url').toString();
  if (!place.test(before)) throw invalidInput('nextToken', '`nextToken` must be the token of the previous page.');
  return before;
}
