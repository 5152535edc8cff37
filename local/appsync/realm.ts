import { constants, createContext, Script } from 'node:vm';
import type { World } from '../world.ts';
import { harden } from './harden.ts';
import { type Factory, type Invocation, type Outcome, realmMain } from './realm-main.ts';
import { toResolverModule } from './resolver-module.ts';
import { shim } from './util-shim.ts';

/** A resolver, ready to be called. */
export interface LoadedResolver {
  /** Runs `request` in an instance of its own. `contextText` is the context as JSON. */
  begin(authType: string, contextText: string): { readonly outcome: Outcome; respond(resultText: string): Outcome };
}

export interface Realm {
  /** Compiles APPSYNC_JS code. Throws, naming the resolver, on code that is no such module. */
  load(name: string, code: string): LoadedResolver;
}

/** A function of a resolver may take so long. AppSync limits loops, not time; this is for a developer who wrote an endless one. */
const timeLimitMs = 1_000;

/** What is left of the global object (AppSync, "Supported runtime features"). */
const globals = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'Date'],
  ...['NaN', 'Infinity', 'undefined', 'isNaN', 'isFinite', 'parseInt', 'parseFloat', 'console', '$run'],
];

type Inside = ReturnType<typeof realmMain>;

/**
 * The place where resolver code runs: a V8 context of its own, without a function of the host, whose built-in objects are frozen.
 * It is there for fidelity, and to keep calls apart; it is no wall against code that wants to do harm (Node's own word on `vm`).
 */
export function createRealm(world: World): Realm {
  const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
  const evaluate = (code: string, filename: string): unknown =>
    new Script(code, { filename, lineOffset: -1 }).runInContext(context);
  const main = evaluate(`\n(${realmMain})`, 'realm.js') as typeof realmMain;
  const inside = main(evaluate(`\n(${shim})`, 'util.js') as typeof shim, {
    now: () => world.now(),
    randomHex: (bytes) => world.randomBytes(bytes).toString('hex'),
    base64Encode: (text) => Buffer.from(text, 'utf8').toString('base64'),
    base64Decode: (base64) => Buffer.from(base64, 'base64').toString('utf8'),
  });
  (
    evaluate('\n((run) => { globalThis.$run = run; globalThis.console = { log() {}, error() {} }; })', 'realm.js') as (
      run: Inside['run'],
    ) => void
  )(inside.run);
  (evaluate(`\n((allowed) => (${harden})(allowed.split(',')))`, 'realm.js') as (allowed: string) => void)(globals.join());
  const trigger = new Script('$run()', { filename: 'realm.js' });

  const run = (): Outcome => {
    try {
      return JSON.parse(trigger.runInContext(context, { timeout: timeLimitMs })) as Outcome;
    } catch (error) {
      const isTimeout = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
      const message = isTimeout ? `The code ran longer than ${timeLimitMs} ms.` : 'The code failed.';
      return { ending: { kind: 'fault', message, position: null }, appended: [] };
    }
  };

  return {
    load(name, code) {
      const factory = compile(name, code, evaluate);
      return {
        begin(authType, contextText) {
          inside.prepareRequest(factory, authType, contextText);
          const outcome = run();
          const invocation = inside.invocation();
          return { outcome, respond: (resultText) => respond(inside, invocation, resultText, run) };
        },
      };
    },
  };
}

function respond(inside: Inside, invocation: Invocation | undefined, resultText: string, run: () => Outcome): Outcome {
  if (invocation === undefined)
    return { ending: { kind: 'fault', message: 'The request did not run.', position: null }, appended: [] };
  inside.prepareResponse(invocation, resultText);
  return run();
}

function compile(name: string, code: string, evaluate: (code: string, filename: string) => unknown): Factory {
  try {
    const { body, imports, exports } = toResolverModule(code);
    const returned = ['request', 'response'].map((phase) => {
      const inner = exports.get(phase);
      if (inner === undefined) throw new Error(`It does not export ${phase}.`);
      return `${phase}: ${inner}`;
    });
    // The first line is the wrapper's own, so that positions are those of the deployed code.
    const wrapped = `(function ($utils, $run, globalThis) { "use strict"; ${imports}\n${body}\nreturn { ${returned.join(', ')} }; })`;
    return evaluate(wrapped, 'code.js') as Factory;
  } catch (error) {
    throw new Error(`The code of resolver ${name} cannot run. ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
