import { mayCall } from './assembly/permissions.ts';
import type { Stack } from './assembly/stack.ts';
import type { InvokeTrigger } from './cognito/invoke-trigger.ts';
import type { Invoke } from './world/invoke.ts';

export interface TriggerInvokerOptions {
  /** The one that is running now. */
  readonly stack: () => Pick<Stack, 'functions' | 'permissions'>;
  readonly invoke: Invoke;
  /** Told why a function was not called, which its own log cannot say. */
  readonly log: (line: string) => void;
}

/**
 * Lambda, as Cognito meets it: a function that is not there, and one whose resource policy does not name Cognito and
 * this pool, refuse.
 */
export function triggerInvoker({ stack, invoke, log }: TriggerInvokerOptions): InvokeTrigger {
  return async ({ functionArn, userPoolArn, event }) => {
    const { functions, permissions } = stack();
    if (!functions.has(functionArn)) {
      log(`${userPoolArn} names the trigger ${functionArn}, which is no function of the stack.`);
      return { refused: 'ResourceNotFoundException' };
    }
    if (!mayCall(permissions, functionArn, userPoolArn)) {
      log(`No AWS::Lambda::Permission lets Cognito call ${functionArn} for ${userPoolArn}.`);
      return { refused: 'AccessDeniedException' };
    }
    return invoke(functionArn, event);
  };
}
