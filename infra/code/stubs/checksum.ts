import { createHash, createHmac } from 'node:crypto';

/** Stands for `@smithy/core/checksum` in a bundle: SHA-256 by Node alone. The package brings five more checksums, each in JavaScript too. */
export class Sha256 {
  private readonly secret: Uint8Array | string | undefined;
  private hash;

  constructor(secret?: Uint8Array | string) {
    this.secret = secret;
    this.hash = this.start();
  }

  update(data: Uint8Array | string): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = this.start();
  }

  private start() {
    return this.secret === undefined ? createHash('sha256') : createHmac('sha256', this.secret);
  }
}
