import { generateSync } from 'otplib';

const stepSeconds = 30;

/**
 * The six digits that an authenticator app shows of a Base32 secret, `steps` of 30 seconds from `now` (milliseconds). A code works once, and
 * servers accept the neighbouring steps (RFC 6238 §5.2): so the next code can be given early instead of waiting for it.
 */
export function appCode(secret: string, steps = 0, now = Date.now()): string {
  return generateSync({ secret, epoch: Math.floor(now / 1000) + steps * stepSeconds });
}
