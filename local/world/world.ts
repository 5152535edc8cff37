import { type KeyObject, randomBytes } from 'node:crypto';

/** Time and chance, as arguments, so that a test can hold both. */
export interface World {
  /** Milliseconds since the epoch. */
  now(): number;
  /** The same by the clocks of callers, where `now` was moved away from them. */
  callersNow?(): number;
  /** Cryptographically strong bytes. */
  randomBytes(size: number): Buffer;
  /** An RSA key pair of 2048 bits, for a new user pool. Default: one is generated, which takes some 50 ms. */
  rsaKeyPair?(): KeyPair;
}

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export const realWorld: World = { now: Date.now, randomBytes };
