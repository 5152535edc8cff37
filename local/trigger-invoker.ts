import { mayCall } from './assembly/permissions.ts';
import type { Stack } from './assembly/stack.ts';
import type { InvokeTrigger } from './cognito/invoke-trigger.ts';
import type { Invoke } from './world/invoke.ts';

export interface TriggerInvokerOptions {
  /** The stack that is running now. */
  readonly stack: () => Pick<Stack, 'functions' | 'permissions'>;
  readonly invoke: Invoke;
  /** Called with the reason why a function was not called, which the function's own log cannot contain. */
  readonly log: (line: string) => void;
}

/**
 * Lambda as Cognito sees it: a call is refused if the function does not exist, or if its resource policy does not allow
 * Cognito and this pool.
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
