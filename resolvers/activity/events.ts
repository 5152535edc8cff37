import type { Field, FieldOperation, Operations } from '../call/operation.ts';
import type { Request } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';
import { toFailure } from '../errors/failure.ts';
import type { ActivityKind, AuthErrorCode } from '../generated/schema.ts';

/** Of an account that is deleted there is nobody left to read on. */
export type EventKind = ActivityKind | 'ACCOUNT_DELETED';

/** Something that happened to an account, or that somebody tried. */
export interface AccountEvent {
  readonly kind: EventKind;
  /** Whose account it is: a `sub`, or `ownerOfName` of what was typed. */
  readonly owner: string;
  /**
   * What exactly, such as the name of a factor or the code of a refusal: never a secret, and nothing that a caller has
   * made up.
   */
  readonly detail?: string;
}

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];
type Data<F extends Field> = Awaited<ReturnType<FieldOperation<F, never>>>;

interface Happening<F extends Field> {
  /** What has happened when the field was answered. */
  readonly done?: (call: {
    readonly args: Args<F>;
    readonly request: Request;
    readonly data: Data<F>;
  }) => readonly AccountEvent[];
  /** What has happened when it was refused. */
  readonly refused?: (call: {
    readonly args: Args<F>;
    readonly request: Request;
    readonly code: AuthErrorCode;
  }) => readonly AccountEvent[];
}

/** By field, what its calls mean to an account. A field that is left out means nothing to it. */
export type Happenings<F extends Field> = { readonly [K in F]?: Happening<K> };

/** A call that may have something happen to an account. */
interface Call<Context> {
  readonly field: Field;
  readonly args: unknown;
  readonly context: Context;
}

/**
 * Who wants to know. It is told of the call before it is carried out, and afterwards of what has happened. It fails
 * nothing: whatever goes wrong in it, it keeps to itself.
 */
export type Listener<Context> = (call: Call<Context>) => Promise<(events: readonly AccountEvent[]) => Promise<void>>;

type AnyOperation<Context> = (args: unknown, context: Context) => Promise<unknown>;

/**
 * The same operations, whose happenings the listeners are told. The answer waits for them, as Lambda stops when it is
 * out.
 */
export function observed<F extends Field, Context extends { readonly request: Request }>(
  operations: Operations<F, Context>,
  happenings: Happenings<F>,
  listeners: readonly Listener<Context>[],
): Operations<F, Context> {
  if (listeners.length === 0) return operations;
  const entries = Object.entries(operations).map(([name, operation]) => {
    const field = name as F; // a key of `operations`
    const happening: Happening<F> | undefined = happenings[field];
    return [
      field,
      happening === undefined ? operation : observe(field, operation as AnyOperation<Context>, happening, listeners),
    ];
  });
  // Each operation by its own name, with its own arguments and its own result.
  return Object.fromEntries(entries) as Operations<F, Context>;
}

function observe<F extends Field, Context extends { readonly request: Request }>(
  field: F,
  operation: AnyOperation<Context>,
  { done, refused }: Happening<F>,
  listeners: readonly Listener<Context>[],
): AnyOperation<Context> {
  return async (args, context) => {
    const told = await Promise.all(listeners.map((listener) => listener({ field, args, context })));
    const tell = async (events: readonly AccountEvent[]): Promise<void> => {
      if (events.length > 0) await Promise.all(told.map((after) => after(events)));
    };
    const codeOf = (error: unknown): AuthErrorCode => toFailure(field, error).code;
    const call = { args: args as Args<F>, request: context.request }; // AppSync has checked them by the schema
    let data: unknown;
    try {
      data = await operation(args, context);
    } catch (error) {
      // What was carried out and is not complete has happened: a password counts, and others may still be signed in.
      // The operations that end so answer true.
      const events = isCarriedOut(error)
        ? done?.({ ...call, data: true as Data<F> })
        : refused?.({ ...call, code: codeOf(error) });
      await tell(events ?? []);
      throw error;
    }
    await tell(done?.({ ...call, data: data as Data<F> }) ?? []);
    return data;
  };
}

function isCarriedOut(error: unknown): boolean {
  return error instanceof AuthError && error.isCarriedOut;
}
