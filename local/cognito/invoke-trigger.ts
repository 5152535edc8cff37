import type { Invocation } from '../world/invoke.ts';

/** A call of a trigger by Cognito. */
export interface TriggerCall {
  readonly functionArn: string;
  /** The caller, which the function's resource policy is checked for. */
  readonly userPoolArn: string;
  readonly event: object;
}

/**
 * The result. `refused` is Lambda's exception if the function did not run: it does not exist, or Cognito may not call
 * it.
 */
export type TriggerOutcome = Invocation | { readonly refused: 'AccessDeniedException' | 'ResourceNotFoundException' };

/** Runs functions for the user pools. */
export type InvokeTrigger = (call: TriggerCall) => Promise<TriggerOutcome>;

/** A KMS data key, in plaintext and encrypted. */
export interface DataKey {
  /** 32 bytes. */
  readonly plaintext: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** The KMS operation: returns a data key that is encrypted with a key for this context. */
export type GenerateDataKey = (keyArn: string, context: Readonly<Record<string, string>>) => DataKey;

/** Calls back once after so many milliseconds; the returned function cancels it. */
export type After = (ms: number, callback: () => void) => () => void;

export const realAfter: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** For user pools without a Lambda service. */
export const noFunctions: InvokeTrigger = () => Promise.resolve({ refused: 'ResourceNotFoundException' });
