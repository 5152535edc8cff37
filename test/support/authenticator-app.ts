import { generateSync } from 'otplib';

const stepSeconds = 30;

/**
 * The six digits that an authenticator app shows for a Base32 secret, `steps` of 30 seconds from `now` (milliseconds).
 * A code works only once, but servers accept the neighbouring steps (RFC 6238 §5.2), so tests use the next code early
 * instead of waiting for it.
 */
export function appCode(secret: string, steps = 0, now = Date.now()): string {
  return generateSync({ secret, epoch: Math.floor(now / 1000) + steps * stepSeconds });
}
