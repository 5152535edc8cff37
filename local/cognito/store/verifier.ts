/** What is stored of a user's password (SRP-6a), or of a device's. */
export interface Verifier {
  readonly salt: Uint8Array;
  /** v = g^x mod N, 384 bytes big-endian. */
  readonly verifier: Uint8Array;
}
