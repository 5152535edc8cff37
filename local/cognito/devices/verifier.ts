import { N } from '../secrets/srp.ts';
import type { Verifier } from '../store/verifier.ts';
import { invalidParameter } from '../wire/errors.ts';

/**
 * The salt and the verifier of a device's password as in ConfirmDevice: base64 of big-endian numbers. Null if none was
 * sent: the sign-ins of such a device can be refreshed, but the device cannot prove itself. Throws
 * InvalidParameterException for an invalid verifier: with 0 or 1, a proof would need no password.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.device
 */
export function deviceVerifier(
  given: { readonly PasswordVerifier?: string; readonly Salt?: string } | undefined,
): Verifier | null {
  if (!given?.PasswordVerifier && !given?.Salt) return null;
  const [salt, verifier] = [bytes(given.Salt), bytes(given.PasswordVerifier)];
  const isVerifier = verifier.length <= N.length && toInteger(verifier) > 1n && toInteger(verifier) < toInteger(N) - 1n;
  if (!isVerifier || salt.length === 0 || salt.length > 128) throw invalidParameter('Invalid device secret verifier config');
  return { salt, verifier: Buffer.concat([Buffer.alloc(N.length - verifier.length), verifier]) };
}

/** Without leading zeros. */
function bytes(base64: string | undefined): Buffer {
  const decoded = Buffer.from(base64 ?? '', 'base64');
  const first = decoded.findIndex((byte) => byte !== 0);
  return first === -1 ? Buffer.alloc(0) : decoded.subarray(first);
}

function toInteger(number: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(number).toString('hex')}`);
}
