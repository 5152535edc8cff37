import { randomBytes } from 'node:crypto';
import { beginExchange, newVerifier } from '../srp.ts';

/** A device's own side of SRP. */
export interface RememberedDevice {
  /** DeviceSecretVerifierConfig. */
  readonly config: { readonly PasswordVerifier: string; readonly Salt: string };
  exchange(): Exchange;
}

interface Exchange {
  readonly SRP_A: string;
  /** The PASSWORD_CLAIM_SIGNATURE. */
  sign(
    challenge: Record<string, string>,
    timestamp: string,
    as?: { readonly deviceKey?: string; readonly groupKey?: string },
  ): string;
}

/** Generates a password and keeps it. */
export function rememberedDevice(groupKey: string, deviceKey: string): RememberedDevice {
  const password = randomBytes(40).toString('base64');
  const { salt, verifier } = newVerifier({ group: groupKey, id: deviceKey, password });
  return {
    config: { PasswordVerifier: verifier.toString('base64'), Salt: salt.toString('base64') },
    exchange() {
      const { largeA, sign } = beginExchange();
      return {
        SRP_A: largeA,
        sign(challenge, timestamp, as = {}) {
          const prover = { group: as.groupKey ?? groupKey, id: as.deviceKey ?? deviceKey, password };
          // Its own salt, whatever the challenge says.
          return sign(prover, { ...challenge, SALT: salt.toString('hex') }, timestamp);
        },
      };
    },
  };
}
