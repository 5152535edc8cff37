import type { InvokeTrigger } from './cognito/triggers/invoke-trigger.ts';
import type { Invoke } from './invoke.ts';
import { mayCall } from './permissions.ts';
import type { Stack } from './stack.ts';

export interface TriggerInvokerOptions {
  /** The one that is running now. */
  readonly stack: () => Pick<Stack, 'functions' | 'permissions'>;
  readonly invoke: Invoke;
}

/** Lambda, as Cognito meets it: a function that is not there, and one whose resource policy does not name Cognito and this pool, refuse. */
export function triggerInvoker({ stack, invoke }: TriggerInvokerOptions): InvokeTrigger {
  return ({ functionArn, userPoolArn, event }) => {
    const { functions, permissions } = stack();
    if (!functions.has(functionArn)) return Promise.resolve({ refused: 'ResourceNotFoundException' });
    if (!mayCall(permissions, functionArn, userPoolArn)) return Promise.resolve({ refused: 'AccessDeniedException' });
    return invoke(functionArn, event);
  };
}
