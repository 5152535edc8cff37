import type { ShimHost, Signal, shim } from './util-shim.ts';

/** How a resolver function ended. */
export type Ending = Signal | { readonly kind: 'fault'; readonly message: string; readonly position: string | null };

export interface Outcome {
  readonly ending: Ending;
  /** The errors that `util.appendError` left. */
  readonly appended: readonly Signal[];
}

/** One call of a resolver: its own module instance, context and stash. Opaque to the host. */
export interface Invocation {
  readonly authType: string;
  readonly resolver: Readonly<Record<string, (ctx: object) => unknown>>;
  readonly ctx: Readonly<Record<string, unknown>>;
  appended: Signal[];
}

export type Factory = (utils: object) => Invocation['resolver'];

/**
 * The inside of the realm. Compiled there, by its text: it must not name anything outside itself. All that crosses the border is text.
 * `prepare` says what to do, and `run` does it, so that the host can start it as a script with a time limit.
 */
export function realmMain(makeShim: typeof shim, host: ShimHost) {
  const { Error: Fault } = globalThis;
  let current: Invocation | undefined;
  let pending: (() => Ending) | undefined;
  const utils = makeShim(
    host,
    () => current?.appended ?? [],
    () => current?.authType ?? '',
  );

  const open = (factory: Factory, authType: string, contextText: string): Invocation => {
    const { selection, ...given } = JSON.parse(contextText);
    // JSON.stringify(ctx.info) leaves these two out on AppSync, so they are not enumerable.
    for (const key of Object.keys(selection)) Object.defineProperty(given.info, key, { value: selection[key] });
    const ctx = { ...given, args: given.arguments, stash: {}, prev: null };
    return { authType, resolver: factory(utils), ctx, appended: [] };
  };

  const call = (invocation: Invocation, phase: string, more: object): Ending => {
    const value = invocation.resolver[phase]?.(Object.freeze({ ...invocation.ctx, ...more }));
    return { kind: 'return', value: value ?? null };
  };

  const toEnding = (thrown: unknown): Ending => {
    if (typeof thrown === 'object' && thrown !== null && 'kind' in thrown) return thrown as Signal;
    if (!(thrown instanceof Fault)) return { kind: 'fault', message: String(thrown), position: null };
    const position = /code\.js:\d+:\d+/.exec(String(thrown.stack))?.[0] ?? null;
    return { kind: 'fault', message: `${thrown.name}: ${thrown.message}`, position };
  };

  const report = (ending: Ending | undefined): string => JSON.stringify({ ending, appended: current?.appended ?? [] });

  return {
    /** The request phase; `run` gives the outcome, `invocation` what goes on to the response phase. */
    prepareRequest: (factory: Factory, authType: string, contextText: string): void => {
      pending = () => {
        current = open(factory, authType, contextText);
        return call(current, 'request', {});
      };
    },
    prepareResponse: (invocation: Invocation, resultText: string): void => {
      pending = () => {
        current = invocation;
        invocation.appended = [];
        return call(invocation, 'response', JSON.parse(resultText));
      };
    },
    invocation: () => current,
    run: (): string => {
      const work = pending;
      pending = undefined;
      current = undefined;
      try {
        return report(work?.());
      } catch (thrown) {
        return report(toEnding(thrown));
      }
    },
  };
}
