/** What is kept of a password (SRP-6a), and what another store of the pool keeps of a device's. */
export interface Verifier {
  readonly salt: Uint8Array;
  /** v = g^x mod N, 384 bytes big-endian. */
  readonly verifier: Uint8Array;
}
