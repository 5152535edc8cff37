import type { Invocation } from '../world/invoke.ts';

/** A call of a trigger, as Cognito makes it. */
export interface TriggerCall {
  readonly functionArn: string;
  /** On whose behalf: what the function's resource policy is asked about. */
  readonly userPoolArn: string;
  readonly event: object;
}

/**
 * What came of it. `refused` is Lambda's exception when the function never ran: it is not there, or Cognito may not
 * call it.
 */
export type TriggerOutcome = Invocation | { readonly refused: 'AccessDeniedException' | 'ResourceNotFoundException' };

/** Runs functions for the user pools. */
export type InvokeTrigger = (call: TriggerCall) => Promise<TriggerOutcome>;

/** A data key of KMS: as it is, and as only KMS can read it. */
export interface DataKey {
  /** 32 bytes. */
  readonly plaintext: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** KMS's operation: a data key under a key, for this context. */
export type GenerateDataKey = (keyArn: string, context: Readonly<Record<string, string>>) => DataKey;

/** Calls back once after so many milliseconds; the answer cancels. */
export type After = (ms: number, callback: () => void) => () => void;

export const realAfter: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** For user pools without a Lambda service beside them. */
export const noFunctions: InvokeTrigger = () => Promise.resolve({ refused: 'ResourceNotFoundException' });
