import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createRealm } from '../../../../local/appsync/realm/realm.ts';
import type { Ending } from '../../../../local/appsync/realm/realm-main.ts';

const world = { now: () => Date.parse('2026-01-02T03:04:05.678Z'), randomBytes };
const context = (args: unknown = {}): string => JSON.stringify({ arguments: args, info: {}, selection: {} });

/** A module whose request function has this body; it is loaded once and may be called often. */
function load(body: string, before = '') {
  const code = `import { util, runtime as run, extensions } from '@aws-appsync/utils';\n${before}\nexport function request(ctx) {\n${body}\n}\nexport const response = (ctx) => ctx.result;`;
  const resolver = createRealm(world).load('Query.f', code);
  return (args?: unknown): Ending => resolver.begin('API Key Authorization', context(args)).outcome.ending;
}

const run = (body: string, args?: unknown): Ending => load(body)(args);
const value = (given: unknown): Ending => ({ kind: 'return', value: given });

describe('a call leaves nothing for the next', () => {
  test.each([
    ['let count = 0; const list = [];', 'count += 1; list.push(count); return [count, list.length];', [1, 1]],
    ['', 'const before = ctx.stash.seen; ctx.stash.seen = true; return [before ?? null];', [null]],
    ['const shared = { deep: { n: 0 } };', 'shared.deep.n += 1; return shared;', { deep: { n: 1 } }],
  ])('in %s', (before, body, expected) => {
    const call = load(body, before);
    for (let n = 0; n < 3; n += 1) expect(call()).toEqual(value(expected));
  });

  test.each([
    'Object.prototype.polluted = 1;',
    'Object.polluted = 1;',
    'Array.prototype.map = () => 1;',
    'JSON.parse = () => 1;',
    'Math.max.polluted = 1;',
    'util.error = () => 1;',
    'util.time.nowISO8601 = () => 1;',
    'Object.getPrototypeOf([].values()).next = () => 1;',
    'Object.getPrototypeOf(function* () {}).polluted = 1;',
    'Object.defineProperty(Object.prototype, "polluted", { value: 1 });',
    'Object.setPrototypeOf(Object.prototype, {});',
    '(() => {}).constructor.prototype.polluted = 1;',
    'polluted = 1;',
    'ctx.stash = {};',
  ])('%s is a fault', (body) => {
    const call = load(`${body} return 1;`);
    expect(call()).toMatchObject({ kind: 'fault' });
    expect(load('return [typeof polluted, [1].map((n) => n + 1), JSON.parse("2"), ({}).polluted ?? null];')()).toEqual(
      value(['undefined', [2], 2, null]),
    );
  });

  test('but own objects may have any key', () => {
    expect(run('const o = {}; o.toString = 1; o.constructor = 2; o["__proto__"] = 3; return Object.entries(o);')).toEqual(
      value([
        ['toString', 1],
        ['constructor', 2],
        ['__proto__', 3],
      ]),
    );
  });

  test('the last match of a regular expression is not kept', () => {
    expect(run('/(s)ecret/.exec("secret"); return [(/x/).constructor.$1 ?? null, (/x/).constructor.lastMatch ?? null];')).toEqual(
      value([null, null]),
    );
  });
});

describe('nothing of the host can be reached', () => {
  test.each([
    'process',
    'require',
    'module',
    'globalThis',
    'fetch',
    'setTimeout',
    'queueMicrotask',
    'structuredClone',
    'Buffer',
    'URL',
    'TextEncoder',
    'btoa',
    'crypto',
    'Promise',
    'Proxy',
    'Reflect',
    'Function',
    'eval',
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'RegExp',
    'Symbol',
    'Map',
    'Intl',
    'Error',
  ])('%s is not there', (name) => {
    expect(run(`return typeof ${name};`)).toEqual(value('undefined'));
  });

  test.each([
    "util.error.constructor('return process')()",
    "(() => {}).constructor('return this')()",
    "util.constructor.constructor('return process')()",
    "ctx.constructor.constructor('return process')()",
    "util.time.nowISO8601.constructor('return process')()",
    "console.log.constructor('return process')()",
    "(function* () {}).constructor('return process')()",
    "Object.getPrototypeOf(util.matches).constructor('return process')()",
  ])('%s is a fault', (expression) => {
    expect(run(`return typeof ${expression};`)).toMatchObject({ kind: 'fault' });
  });

  test('this and the caller are undefined', () => {
    expect(run('return [typeof this, typeof (function () { return this; })()];')).toEqual(value(['undefined', 'undefined']));
    expect(run('return request.caller;')).toMatchObject({ kind: 'fault' });
    expect(run('return arguments.callee;')).toMatchObject({ kind: 'fault' });
  });

  test('an error that the host would throw at a deep stack stays inside', () => {
    expect(run('const deep = (n) => util.base64Encode("x") + deep(n + 1); return deep(0);')).toMatchObject({
      kind: 'fault',
      message: expect.stringContaining('RangeError'),
    });
  });

  test('arguments named __proto__ are plain data', () => {
    expect(
      run(
        'return [Object.keys(ctx.args), ctx.args.polluted ?? null, ({}).polluted ?? null];',
        JSON.parse('{"__proto__":{"polluted":1}}'),
      ),
    ).toEqual(value([['__proto__'], null, null]));
  });
});

describe('endless code is stopped', () => {
  test.each([
    'while (true) {}',
    'while (true);',
    'for (;;) ;',
    'do { } while (true)',
    'const list = [1]; for (const n of list) list.push(n);',
    'const again = () => { again(); }; again();',
    'const twice = (n) => n === 0 ? 0 : twice(n - 1) + twice(n - 1); return twice(60);',
    'function f(n) { return n === 0 ? 0 : f(n - 1) + f(n - 1); } return f(60);',
    'while (true) { try { while (true) {} } catch (error) {} }',
  ])('%s', (body) => {
    expect(run(body)).toMatchObject({
      kind: 'fault',
      message: expect.stringMatching(/took more than 1000000 steps|Maximum call stack/),
    });
  });

  test('and a thousand turns of a loop are none too many', () => {
    expect(
      run('let sum = 0; for (const a of ctx.args.list) for (const b of ctx.args.list) sum += 1; return sum;', {
        list: Array(900).fill(0),
      }),
    ).toEqual(value(810_000));
  });
});

describe('a fault', () => {
  test('has the place in the deployed code', () => {
    const call = load(
      'const nothing = null; const read = () => nothing.x; for (const n of [1]) if (n) return read();\nreturn 1;',
    );
    expect(call()).toEqual({
      kind: 'fault',
      message: "TypeError: Cannot read properties of null (reading 'x')",
      position: 'code.js:4:50',
    });
    expect(load('return 1;\n', 'const a = 1;')()).toEqual(value(1));
    expect(load('return\n ctx.args.x.y;')()).toEqual(value(null));
    expect(load('\n  ctx.args.x.y;')()).toMatchObject({ position: 'code.js:5:14' });
  });

  test('in what is returned is one too', () => {
    expect(run('const o = {}; o.o = o; return o;')).toMatchObject({ kind: 'fault' });
    expect(run('return 1n;')).toMatchObject({ kind: 'fault' });
    expect(run('return undefined;')).toEqual(value(null));
  });
});

describe('code that is not a resolver is refused by name', () => {
  test.each([
    ['export const request = () => 1;', 'It does not export response.'],
    ['function request() {} function response() {}', 'It does not export request.'],
    ['export function request( {', 'Unexpected token'],
    ["import x from '@aws-appsync/utils';", '@aws-appsync/utils has no default export.'],
    [
      "import * as ddb from '@aws-appsync/utils/dynamodb';",
      'The module @aws-appsync/utils/dynamodb is not provided by the local endpoint.',
    ],
    ["import fs from 'node:fs';", 'The module node:fs is not provided'],
    ['export default {};', 'Only named exports are supported.'],
    ["export * from '@aws-appsync/utils';", 'Only named exports are supported.'],
    ["export { request } from 'x';", 'Nothing can be exported from another module.'],
  ])('%s', (code, message) => {
    expect(() => createRealm(world).load('Mutation.login', code)).toThrow(
      `The code of resolver Mutation.login cannot run. ${message}`,
    );
  });
});

test('every form of import and export is understood', () => {
  const codes = [
    'import * as utils from "@aws-appsync/utils"; const request = () => utils.util.isNull(null), other = 1; function response() { return 1 } export { request, response as "response", other as more };',
    'import { util as u,\n  runtime } from "@aws-appsync/utils";\nexport let request = () => u.isNull(null); export const response = null;',
    'var request_ = (ctx) => ({ ok: true }).ok;\nexport {\n  request_ as request,\n  request_ as response\n};\n',
  ];
  for (const code of codes)
    expect(createRealm(world).load('Query.f', code).begin('', context()).outcome.ending).toEqual(value(true));
});

describe('util', () => {
  test.each([
    ['util.isNull(null)', true],
    ['util.isNull(0)', false],
    ['util.isNullOrEmpty("")', true],
    ['util.isNullOrBlank("  ")', true],
    ['util.defaultIfNull(null, 1)', 1],
    ['util.base64Encode("ü")', 'w7w='],
    ['util.base64Decode("w7w=")', 'ü'],
    ['util.urlEncode("a b&c")', 'a+b%26c'],
    ['util.urlDecode("a+b%26c")', 'a b&c'],
    ['util.escapeJavaScript(`it\'s "x"`)', 'it\\\'s \\"x\\"'],
    ['util.matches("[a-z]+", "abc")', true],
    ['util.matches("[a-z]+", "abc1")', false],
    ['util.authType()', 'API Key Authorization'],
    ['util.time.nowISO8601()', '2026-01-02T03:04:05.678Z'],
    ['util.time.nowEpochSeconds()', 1_767_323_045],
    ['util.time.nowEpochMilliSeconds()', 1_767_323_045_678],
    ['util.time.parseISO8601ToEpochMilliSeconds("1970-01-01T00:00:01Z")', 1000],
    ['util.time.epochMilliSecondsToISO8601(1000)', '1970-01-01T00:00:01.000Z'],
    ['util.str.normalize("e\\u0301", "nfc")', 'é'],
    ['util.math.maxVal([1, 3, 2])', 3],
    [
      '[util.isString(""), util.isNumber(1), util.isBoolean(true), util.isList([]), util.isMap({}), util.isMap([])]',
      [true, true, true, true, true, false],
    ],
  ])('%s', (expression, expected) => {
    expect(run(`return ${expression};`)).toEqual(value(expected));
  });

  test('autoId is a random UUID', () => {
    const call = load('return [util.autoId(), util.autoId()];');
    const ending = call();
    if (ending.kind !== 'return' || !Array.isArray(ending.value)) throw new Error('Expected a list.');
    const [first, second] = ending.value;
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
  });

  test.each([
    'util.dynamodb',
    'util.autoUlid',
    'util.http',
    'util.time.nowFormatted',
    'run.other',
    'extensions.evictFromApiCache',
  ])('%s is refused by name', (member) => {
    const name = member.replace('run.', 'runtime.');
    expect(run(`return ${member}();`)).toMatchObject({
      kind: 'fault',
      message: `TypeError: ${name} is not implemented by the local endpoint.`,
    });
  });
});

test.each([
  ["import('node:fs').catch((e) => e.constructor.constructor('return process')());", /import/],
  ['return import.meta.url;', /import/],
  ['const f = async () => 1; return f();', /Asynchronous/],
])('what leads out of the call is refused at load: %s', (body, reason) => {
  expect(() => load(body)).toThrow(reason);
});
