import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FunctionRefusal } from './function-error.ts';

export type Handler = (event: unknown, context: unknown) => unknown;

const callbackRefusal =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported ' +
  'handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

/**
 * The exported function that `file.export` names, found as Lambda's Node.js 24 runtime does. Throws `FunctionRefusal`
 * with the runtime's own error names.
 */
export async function loadHandler(codeDirectory: string, handler: string): Promise<Handler> {
  const match = /^([^.]*)\.(.*)$/.exec(basename(handler));
  const [, file, path] = match ?? [];
  if (file === undefined || path === undefined || handler.includes('..')) {
    throw new FunctionRefusal('Runtime.MalformedHandlerName', 'Bad handler');
  }
  const module = await loadModule(join(codeDirectory, dirname(handler), file));
  const found = member(module, path) ?? member(member(module, 'default'), path);
  if (found === undefined || found === null) {
    throw new FunctionRefusal('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  if (!isHandler(found)) throw new FunctionRefusal('Runtime.HandlerNotFound', `${handler} is not a function`);
  if (found.length >= 3) throw new FunctionRefusal('Runtime.CallbackHandlerDeprecated', callbackRefusal);
  return found;
}

async function loadModule(pathWithoutExtension: string): Promise<unknown> {
  const file = ['.js', '.mjs', '.cjs'].map((extension) => pathWithoutExtension + extension).find(existsSync);
  try {
    if (file === undefined) return createRequire(`${pathWithoutExtension}.js`)(pathWithoutExtension);
    return isEsModule(file) ? await import(pathToFileURL(file).href) : requireScript(file);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FunctionRefusal('Runtime.UserCodeSyntaxError', String(error), { cause: error });
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      throw new FunctionRefusal('Runtime.ImportModuleError', String(error), { cause: error });
    }
    throw error;
  }
}

/**
 * Whether a `.js` file is an ES module, which only the asset's own package.json decides: the folders above the asset do
 * not exist in Lambda.
 */
function isEsModule(file: string): boolean {
  const manifest = join(dirname(file), 'package.json');
  if (extname(file) !== '.js') return extname(file) === '.mjs';
  if (!existsSync(manifest)) return false;
  return member(JSON.parse(readFileSync(manifest, 'utf8')), 'type') === 'module';
}

/**
 * Loads a CommonJS file whatever package.json is above it. It finds packages only in its own folder, as in `/var/task`.
 */
function requireScript(file: string): unknown {
  // `_compile` is what every `require` hook builds on; its type is not published.
  const script = new Module(file) as Module & { _compile(code: string, filename: string): void };
  script.filename = file;
  script.paths = [join(dirname(file), 'node_modules')];
  script._compile(readFileSync(file, 'utf8'), file);
  return script.exports;
}

function member(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (object, name) => (typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined),
      value,
    );
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
