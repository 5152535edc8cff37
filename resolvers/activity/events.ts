import type { Field, FieldOperation, Operations } from '../call/operation.ts';
import type { Request } from '../call/request.ts';
import { AuthError } from '../errors/auth-error.ts';
import { toFailure } from '../errors/failure.ts';
import type { ActivityKind, AuthErrorCode } from '../generated/schema.ts';

/** Nobody can read the entry of a deleted account, so `ActivityKind` has none. It is only notified by mail. */
export type EventKind = ActivityKind | 'ACCOUNT_DELETED';

/** Something that happened to an account, or that somebody tried. */
export interface AccountEvent {
  readonly kind: EventKind;
  /** The owner of the account: a `sub`, or `ownerOfName` of what was typed. */
  readonly owner: string;
  /**
   * The details, such as the name of a factor or the code of a refusal. Never a secret, nor text that the caller chose.
   */
  readonly detail?: string;
  /** The `sub` of the administrator who did it. Absent: the user themself, or somebody in their name. */
  readonly actor?: string;
}

type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];
type Data<F extends Field> = Awaited<ReturnType<FieldOperation<F, never>>>;

export interface Happening<F extends Field, Context = unknown> {
  /** What has happened if the call succeeded. */
  readonly done?: (call: {
    readonly args: Args<F>;
    readonly request: Request;
    readonly context: Context;
    readonly data: Data<F>;
  }) => readonly AccountEvent[];
  /** What has happened if the call was refused. */
  readonly refused?: (call: {
    readonly args: Args<F>;
    readonly request: Request;
    readonly code: AuthErrorCode;
  }) => readonly AccountEvent[];
}

/** What the calls of each field mean for an account. Fields that are left out mean nothing for it. */
export type Happenings<F extends Field, Context = unknown> = { readonly [K in F]?: Happening<K, Context> };

/** A call that may change something about an account. */
interface Call<Context> {
  readonly field: Field;
  readonly args: unknown;
  readonly context: Context;
}

/**
 * A listener is called before an operation runs, and afterwards with what has happened. It must never throw: its own
 * failures do not fail the operation.
 */
export type Listener<Context> = (call: Call<Context>) => Promise<(events: readonly AccountEvent[]) => Promise<void>>;

type AnyOperation<Context> = (args: unknown, context: Context) => Promise<unknown>;

/**
 * The same operations, which report to the listeners. The answer waits for the listeners, since Lambda freezes the
 * process once it has the answer.
 */
export function observed<F extends Field, Context extends { readonly request: Request }>(
  operations: Operations<F, Context>,
  happenings: Happenings<F, Context>,
  listeners: readonly Listener<Context>[],
): Operations<F, Context> {
  if (listeners.length === 0) return operations;
  const entries = Object.entries(operations).map(([name, operation]) => {
    const field = name as F; // a key of `operations`
    const happening: Happening<F, Context> | undefined = happenings[field];
    return [
      field,
      happening === undefined ? operation : observe(field, operation as AnyOperation<Context>, happening, listeners),
    ];
  });
  // Each operation keeps its name, its arguments and its result.
  return Object.fromEntries(entries) as Operations<F, Context>;
}

function observe<F extends Field, Context extends { readonly request: Request }>(
  field: F,
  operation: AnyOperation<Context>,
  { done, refused }: Happening<F, Context>,
  listeners: readonly Listener<Context>[],
): AnyOperation<Context> {
  return async (args, context) => {
    const told = await Promise.all(listeners.map((listener) => listener({ field, args, context })));
    const tell = async (events: readonly AccountEvent[]): Promise<void> => {
      if (events.length > 0) await Promise.all(told.map((after) => after(events)));
    };
    const codeOf = (error: unknown): AuthErrorCode => toFailure(field, error).code;
    const call = { args: args as Args<F>, request: context.request }; // AppSync has validated them with the schema
    let data: unknown;
    try {
      data = await operation(args, context);
    } catch (error) {
      // An operation that was carried out but not completed also counts: the password is set, although others may still
      // be signed in. The operations that can end this way return true.
      const events = isCarriedOut(error)
        ? done?.({ ...call, context, data: true as Data<F> })
        : refused?.({ ...call, code: codeOf(error) });
      await tell(events ?? []);
      throw error;
    }
    await tell(done?.({ ...call, context, data: data as Data<F> }) ?? []);
    return data;
  };
}

function isCarriedOut(error: unknown): boolean {
  return error instanceof AuthError && error.isCarriedOut;
}
