import { generateSync, verifySync } from 'otplib';
import type { World } from '../../world/world.ts';

/** A new Base32 secret of 160 bits, as RFC 4226 §4 advises. */
export function newTotpSecret(world: World): string {
  let bits = '';
  for (const byte of world.randomBytes(20)) bits += byte.toString(2).padStart(8, '0');
  return bits.replaceAll(/.{5}/g, (five) => base32.charAt(Number.parseInt(five, 2)));
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The time step of this code: the current one, the previous or the next (RFC 6238 §5.2). Undefined if it belongs to
 * none.
 */
export function totpStep(world: World, secret: string, code: string): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const result = verifySync({ secret, token: code, epoch: Math.floor(world.now() / 1000), epochTolerance: periodSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** The code that an authenticator app with this secret shows now. */
export function totpNow(
  world: World,
  secret: string,
): { readonly code: string; readonly step: number; readonly secondsLeft: number } {
  const epoch = Math.floor(world.now() / 1000);
  return { code: generateSync({ secret, epoch }), step: stepAt(world), secondsLeft: periodSeconds - (epoch % periodSeconds) };
}

/** The current time step. */
export function stepAt(world: World): number {
  return Math.floor(world.now() / 1000 / periodSeconds);
}

const periodSeconds = 30;
