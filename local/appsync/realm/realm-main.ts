import type { ShimHost, Signal, shim } from './util-shim.ts';

/** How a resolver function ended. */
export type Ending = Signal | { readonly kind: 'fault'; readonly message: string; readonly position: string | null };

export interface Outcome {
  readonly ending: Ending;
  /** The errors of `util.appendError`. */
  readonly appended: readonly Signal[];
}

/** One call of a resolver with its own module instance, context and stash. Opaque to the host. */
export interface Invocation {
  readonly authType: string;
  readonly resolver: Readonly<Record<string, (ctx: object) => unknown>>;
  readonly ctx: Readonly<Record<string, unknown>>;
  appended: Signal[];
}

export type Factory = (utils: object, step: () => void) => Invocation['resolver'];

/**
 * The inside of the realm. Its source text is compiled there, so it must not refer to anything outside itself. Only
 * text crosses the boundary.
 */
export function realmMain(makeShim: typeof shim, host: ShimHost, stepLimit: number) {
  const { Error: Fault, RangeError: Excess } = globalThis;
  let current: Invocation | undefined;
  let stepsTaken = 0;
  const step = (): void => {
    stepsTaken += 1;
    if (stepsTaken > stepLimit) throw new Excess(`The code took more than ${stepLimit} steps.`);
  };
  const utils = makeShim(
    host,
    () => current?.appended ?? [],
    () => current?.authType ?? '',
  );

  const open = (factory: Factory, authType: string, contextText: string): Invocation => {
    const { selection, ...given } = JSON.parse(contextText);
    // On AppSync, JSON.stringify(ctx.info) leaves these two out, so they are not enumerable.
    // @see docs/aws-behaviour/appsync.md#appsync.js.info-keys
    for (const key of Object.keys(selection)) Object.defineProperty(given.info, key, { value: selection[key] });
    const ctx = { ...given, args: given.arguments, stash: {}, prev: null };
    return { authType, resolver: factory(utils, step), ctx, appended: [] };
  };

  const call = (invocation: Invocation, phase: string, more: object): Ending => {
    const handler = invocation.resolver[phase];
    const value = handler?.(Object.freeze({ ...invocation.ctx, ...more }));
    return { kind: 'return', value: value ?? null };
  };

  const toEnding = (thrown: unknown): Ending => {
    if (typeof thrown === 'object' && thrown !== null && 'kind' in thrown) return thrown as Signal;
    if (!(thrown instanceof Fault)) return { kind: 'fault', message: String(thrown), position: null };
    const position = /code\.js:\d+:\d+/.exec(String(thrown.stack))?.[0] ?? null;
    return { kind: 'fault', message: `${thrown.name}: ${thrown.message}`, position };
  };

  /** Runs one phase. It always returns text, whatever the code does. */
  const run = (phase: () => Ending): string => {
    stepsTaken = 0;
    current = undefined;
    try {
      return report(phase());
    } catch (thrown) {
      return report(toEnding(thrown));
    }
  };
  const report = (ending: Ending): string => JSON.stringify({ ending, appended: current?.appended ?? [] });

  return {
    /** The first phase, in a new instance of the module. Its `invocation` is passed to the second phase. */
    request: (factory: Factory, authType: string, contextText: string): string =>
      run(() => {
        current = open(factory, authType, contextText);
        return call(current, 'request', {});
      }),
    response: (invocation: Invocation, resultText: string): string =>
      run(() => {
        current = invocation;
        invocation.appended = [];
        return call(invocation, 'response', JSON.parse(resultText));
      }),
    invocation: () => current,
  };
}
