import { constants, createContext, Script } from 'node:vm';
import type { World } from '../../world/world.ts';
import { harden } from './harden.ts';
import { type Factory, type Invocation, type Outcome, realmMain } from './realm-main.ts';
import { type ResolverModule, toResolverModule } from './resolver-module.ts';
import { shim } from './util-shim.ts';

/** A resolver that is ready to be called. */
export interface LoadedResolver {
  /** Runs `request` in a new instance. `contextText` is the context as JSON. */
  begin(authType: string, contextText: string): { readonly outcome: Outcome; respond(resultText: string): Outcome };
}

export interface Realm {
  /** Compiles APPSYNC_JS code. Throws an error that names the resolver if the code is not such a module. */
  load(name: string, code: string): LoadedResolver;
}

/**
 * Loop iterations and function calls in one phase. AppSync allows 1,000 iterations per loop; this limit only stops code
 * that would never end.
 * @see docs/aws-behaviour/appsync.md#appsync.js.language
 */
const stepLimit = 1_000_000;

/** The globals that resolver code may use (AppSync, "Supported runtime features"). */
const globals = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'Date'],
  ...['NaN', 'Infinity', 'undefined', 'isNaN', 'isFinite', 'parseInt', 'parseFloat', 'console'],
];

/**
 * Where resolver code runs: a separate V8 context without any function of the host, whose built-in objects are frozen.
 * Each call gets a new instance of the module, so that it leaves nothing behind for the next. This imitates AppSync and
 * keeps calls apart. It is not a security boundary against malicious code, as Node says about `vm`.
 */
export function createRealm(world: World): Realm {
  const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
  const evaluate = (code: string, filename: string): unknown =>
    // The first line is the wrapper's and counts as 0, so that line numbers match the deployed code.
    new Script(code, { filename, lineOffset: -1 }).runInContext(context);
  // The casts are right because each text is that of the function whose type it gets.
  const main = evaluate(`(${realmMain})`, 'realm.js') as typeof realmMain;
  const makeShim = evaluate(`(${shim})`, 'util.js') as typeof shim;
  const hardenInside = evaluate(`(${harden})`, 'realm.js') as typeof harden;
  const host = {
    now: () => world.now(),
    randomHex: (bytes: number) => world.randomBytes(bytes).toString('hex'),
    base64Encode: (text: string) => Buffer.from(text, 'utf8').toString('base64'),
    base64Decode: (base64: string) => Buffer.from(base64, 'base64').toString('utf8'),
  };
  const inside = main(makeShim, host, stepLimit);
  hardenInside(globals.join(' '));

  // One resolver serves many fields, so it is compiled once.
  const compiled = new Map<string, Compiled>();

  return {
    load(name, code) {
      const { factory, module } = compiled.get(code) ?? compile(name, code, evaluate);
      compiled.set(code, { factory, module });
      const read = (text: string): Outcome => toOutcome(JSON.parse(text), module);
      return {
        begin(authType, contextText) {
          const outcome = read(inside.request(factory, authType, contextText));
          // It exists after every request that returned a value, and no other request has a response phase.
          const invocation = inside.invocation() as Invocation;
          return { outcome, respond: (resultText) => read(inside.response(invocation, resultText)) };
        },
      };
    },
  };
}

interface Compiled {
  readonly factory: Factory;
  readonly module: ResolverModule;
}

function compile(name: string, code: string, evaluate: (code: string, filename: string) => unknown): Compiled {
  try {
    const module = toResolverModule(code);
    const returned = ['request', 'response'].map((phase) => {
      const inner = module.exports.get(phase);
      if (inner === undefined) throw new Error(`It does not export ${phase}.`);
      return `${phase}: ${inner}`;
    });
    const wrapper = `(function ($utils, $step, globalThis) { "use strict"; ${module.imports}`;
    const factory = evaluate(`${wrapper}\n${module.body}\nreturn { ${returned.join(', ')} }; })`, 'code.js') as Factory;
    return { factory, module };
  } catch (error) {
    throw new Error(`The code of resolver ${name} cannot run. ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function toOutcome(outcome: Outcome, module: ResolverModule): Outcome {
  const { ending } = outcome;
  if (ending.kind !== 'fault' || ending.position === null) return outcome;
  const [, line = '1', column = '1'] = /:(\d+):(\d+)$/.exec(ending.position) ?? [];
  const at = module.original(Number(line), Number(column));
  return { ...outcome, ending: { ...ending, position: `code.js:${at.line}:${at.column}` } };
}
