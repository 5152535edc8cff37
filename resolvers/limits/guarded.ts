import type { Field, FieldOperation, Operations } from '../call/operation.ts';
import type { Request } from '../call/request.ts';
import { toFailure } from '../errors/failure.ts';
import type { AuthErrorCode } from '../generated/schema.ts';

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];
type Data<F extends Field> = Awaited<ReturnType<FieldOperation<F, never>>>;

interface GuardedCall<F extends Field> {
  readonly args: Args<F>;
  readonly request: Request;
}

/** How a call ended: answered, or refused. */
export type Ending<F extends Field> = { readonly data: Data<F> } | { readonly code: AuthErrorCode };

/**
 * Runs before an operation. It throws to refuse the call; otherwise it returns a function that is called with the end
 * of the operation, and that must not throw.
 */
export type Guard<F extends Field> = (call: GuardedCall<F>) => Promise<(ending: Ending<F>) => Promise<void>>;

/** The guards of each field, in the order in which they run. */
export type Guards<F extends Field> = { readonly [K in F]?: readonly Guard<K>[] };

type AnyGuard = (call: unknown) => Promise<(ending: unknown) => Promise<void>>;
type AnyOperation = (args: unknown, context: { readonly request: Request }) => Promise<unknown>;

/** The same operations behind their guards. */
export function guarded<F extends Field, Context extends { readonly request: Request }>(
  operations: Operations<F, Context>,
  guards: Guards<F>,
): Operations<F, Context> {
  const entries = Object.entries(operations).map(([field, operation]) => {
    const own = guards[field as F] ?? []; // a key of `operations`
    // A guard gets the arguments and the data of its own field.
    return [field, own.length === 0 ? operation : behind(field, own as readonly AnyGuard[], operation as AnyOperation)];
  });
  // Each operation keeps its name, its arguments and its result.
  return Object.fromEntries(entries) as Operations<F, Context>;
}

function behind(field: string, guards: readonly AnyGuard[], operation: AnyOperation): AnyOperation {
  return async (args, context) => {
    const passed: ((ending: unknown) => Promise<void>)[] = [];
    const tell = (ending: unknown) => Promise.all(passed.map((end) => end(ending)));
    try {
      for (const guard of guards) passed.push(await guard({ args, request: context.request }));
      const data = await operation(args, context);
      await tell({ data });
      return data;
    } catch (error) {
      await tell({ code: toFailure(field, error).code });
      throw error;
    }
  };
}

/** The end of a guard that ignores how the call ended. */
export const letGo = async (): Promise<void> => undefined;
