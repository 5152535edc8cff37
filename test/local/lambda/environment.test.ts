import { describe, expect, test } from 'vitest';
import { functionVariables } from '../../../local/lambda/variables.ts';
import { functionOf, hostOf } from './functions.ts';

/** Invokes a function of this code once. */
async function invoke(
  code: Parameters<typeof functionOf>[0],
  event: unknown = {},
  properties: Parameters<typeof functionOf>[1] = {},
) {
  const fn = functionOf(code, properties);
  return hostOf(fn).invoke(fn.arn, event);
}

describe('what a handler gets', () => {
  test('the event is a copy, by JSON', async () => {
    const event = { at: new Date(0), none: undefined, list: [1, undefined], text: 'ä\u2028' };
    expect(await invoke('exports.handler = async (event) => event;', event)).toEqual({
      ok: true,
      payload: { at: '1970-01-01T00:00:00.000Z', list: [1, null], text: 'ä\u2028' },
    });
  });

  test('the context is that of the invocation', async () => {
    const code = `exports.handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis(), trace: process.env._X_AMZN_TRACE_ID });`;
    const fn = functionOf(code, { name: 'Auth-User', timeoutMs: 4000 });
    const host = hostOf(fn, { variables: () => variablesOf(fn) });
    const { payload } = (await host.invoke(fn.arn, {})) as { payload: Record<string, unknown> };
    expect(payload).toEqual({
      functionName: 'Auth-User',
      functionVersion: '$LATEST',
      memoryLimitInMB: '256',
      logGroupName: '/aws/lambda/Auth-User',
      logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      invokedFunctionArn: fn.arn,
      awsRequestId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      left: expect.any(Number),
      trace: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0$/),
    });
    expect(payload['left']).toBeGreaterThan(3000);
    expect(payload['left']).toBeLessThanOrEqual(4000);
  });

  test('the time is that of the services, by which its own ends too, and the machine’s again once they agree', async () => {
    const code = `exports.handler = async (event, context) => ({
      now: Date.now(), plain: new Date().getTime(), given: new Date(event.given).getTime(), utc: Date.UTC(2000, 0),
      parts: new Date(2000, 0, 2).getDate(), isDate: new Date() instanceof Date, left: context.getRemainingTimeInMillis(),
    });`;
    const fn = functionOf(code, { timeoutMs: 4000 });
    const clock = { offset: 86_400_000 };
    const host = hostOf(fn, { now: () => Date.now() + clock.offset });
    const told = async () => ((await host.invoke(fn.arn, { given: 5 })) as { payload: Record<string, number> }).payload;
    const tomorrow = await told();
    for (const time of [tomorrow['now'], tomorrow['plain']])
      expect(Math.abs(Number(time) - Date.now() - 86_400_000)).toBeLessThan(60_000);
    expect(tomorrow).toMatchObject({ given: 5, utc: Date.UTC(2000, 0), parts: 2, isDate: true });
    expect(tomorrow['left']).toBeLessThanOrEqual(4000);
    expect(tomorrow['left']).toBeGreaterThan(0);
    clock.offset = 0;
    expect(Math.abs(Number((await told())['now']) - Date.now())).toBeLessThan(60_000);
  });

  test("its environment holds the template's variables and those of the Lambda service, and nothing of the developer's", async () => {
    process.env['DEVELOPERS_OWN'] = 'secret';
    const fn = functionOf('exports.handler = async () => process.env;', {
      variables: { USER_POOL_ID: 'us-east-1_x', AWS_REGION: 'reserved' },
    });
    const host = hostOf(fn, { variables: () => variablesOf(fn) });
    const { payload } = (await host.invoke(fn.arn, {})) as { payload: Record<string, string> };
    delete process.env['DEVELOPERS_OWN'];
    expect(payload).toMatchObject({
      USER_POOL_ID: 'us-east-1_x',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: 'Fn',
      AWS_ACCESS_KEY_ID: 'ASIALOCAL',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:4001',
      AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:4001',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:4001',
      AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:4001',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      LAMBDA_TASK_ROOT: fn.codeDirectory,
      _HANDLER: 'index.handler',
      TZ: ':UTC',
    });
    expect(payload).not.toHaveProperty('DEVELOPERS_OWN');
    expect(payload).not.toHaveProperty('HOME');
  });

  function variablesOf(fn: Parameters<typeof functionVariables>[0]): Record<string, string> {
    const credentials = { accessKeyId: 'ASIALOCAL', secretAccessKey: 'secret', sessionToken: 'token' };
    return functionVariables(fn, { credentials, endpoint: 'http://127.0.0.1:4001', openaiBaseUrl: 'http://127.0.0.1:9/v1' });
  }
});

describe('what a handler answers', () => {
  test.each([
    ['undefined becomes null', 'exports.handler = async () => undefined;', null],
    ['a value need not be promised', 'exports.handler = () => 7;', 7],
    [
      'an ES module is loaded',
      { 'index.mjs': 'export const handler = async () => import.meta.filename.endsWith(".mjs");' },
      true,
    ],
    [
      'a .js file is an ES module where the asset says so',
      { 'package.json': '{"type":"module"}', 'index.js': 'export const handler = async () => "module";' },
      'module',
    ],
    ['the default export is searched too', { 'index.mjs': 'export default { handler: async () => "default" };' }, 'default'],
    [
      'packages of the asset are found',
      {
        'index.js': 'const it = require("it"); exports.handler = async () => it;',
        'node_modules/it/index.js': 'module.exports = "found";',
      },
      'found',
    ],
  ])('%s', async (_, code, payload) => {
    expect(await invoke(code)).toEqual({ ok: true, payload });
  });

  test('a handler in a folder is found', async () => {
    const code = { 'dist/main.js': 'exports.handlers = { login: async () => "in" };' };
    expect(await invoke(code, {}, { handler: 'dist/main.handlers.login' })).toEqual({ ok: true, payload: 'in' });
  });

  test('a thrown error keeps its name, its message and its trace', async () => {
    const answer = await invoke('exports.handler = async () => { throw new RangeError("too far"); };');
    expect(answer).toEqual({
      ok: false,
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: expect.arrayContaining(['RangeError: too far']),
    });
  });

  test.each([
    ['a thrown string', 'exports.handler = async () => { throw "no"; };', 'string', 'no'],
    ['a thrown undefined', 'exports.handler = async () => { throw undefined; };', 'undefined', 'undefined'],
    [
      'a circular result',
      'exports.handler = async () => { const a = {}; a.a = a; return a; };',
      'Runtime.JSONStringifyError',
      'Unable to stringify response body',
    ],
    ['a bigint', 'exports.handler = async () => 1n;', 'Runtime.JSONStringifyError', 'Unable to stringify response body'],
    ['a missing export', 'exports.other = 1;', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['an export that is no function', 'exports.handler = 1;', 'Runtime.HandlerNotFound', 'index.handler is not a function'],
    ['a missing file', {}, 'Runtime.ImportModuleError', /^Error: Cannot find module '.*index'/],
    ['a missing package', 'require("graphql");', 'Runtime.ImportModuleError', /^Error: Cannot find module 'graphql'/],
    ['a syntax error', 'exports.handler = async ( => 1;', 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
    ['an error while loading', 'throw new TypeError("USER_POOL_ID is missing");', 'TypeError', 'USER_POOL_ID is missing'],
    [
      'a callback-style handler',
      'exports.handler = (event, context, callback) => callback(null, 1);',
      'Runtime.CallbackHandlerDeprecated',
      /Node\.js 24/,
    ],
    [
      'process.exit',
      'exports.handler = async () => process.exit(3);',
      'Runtime.ExitError',
      /^RequestId: \S+ Error: Runtime exited with error: exit status 3$/,
    ],
    [
      'process.exit(0)',
      'exports.handler = async () => process.exit(0);',
      'Runtime.ExitError',
      /Error: Runtime exited without providing a reason$/,
    ],
    ['process.exit while loading', 'process.exit(2);', 'Runtime.ExitError', /exit status 2$/],
    [
      'an exception outside the handler',
      'exports.handler = () => new Promise(() => setTimeout(() => { throw new Error("late"); }, 1));',
      'Error',
      'late',
    ],
    [
      'a rejection that nobody handles',
      'exports.handler = () => { Promise.reject(new Error("lost")); return new Promise((resolve) => setTimeout(resolve, 1000)); };',
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    ['a promise that can never settle', 'exports.handler = () => new Promise(() => {});', 'Runtime.NodeJsExit', /never settled/],
    [
      'more memory than the function has',
      'exports.handler = async () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); };',
      'Runtime.ExitError',
      /signal: killed$/,
    ],
  ])('%s is reported as Lambda does', async (_, code, errorType, errorMessage) => {
    const answer = await invoke(code, {}, { memorySizeMB: 64 });
    expect(answer).toMatchObject({ ok: false, errorType });
    expect(answer).toHaveProperty(
      'errorMessage',
      typeof errorMessage === 'string' ? errorMessage : expect.stringMatching(errorMessage),
    );
  });

  test('a bad handler name is refused', async () => {
    expect(await invoke('exports.handler = 1;', {}, { handler: '../index.handler' })).toMatchObject({
      errorType: 'Runtime.MalformedHandlerName',
    });
  });

  test('after a failed start the next invocation tries again and fails in the same words', async () => {
    const fn = functionOf('throw new Error("always");');
    const { invoke: again } = hostOf(fn);
    expect(await again(fn.arn, {})).toMatchObject({ errorMessage: 'always' });
    expect(await again(fn.arn, {})).toMatchObject({ errorMessage: 'always' });
  });
});

test('what a function prints reaches the log by lines, behind its name', async () => {
  const fn = functionOf(
    'exports.handler = async () => { process.stdout.write("one\\ntw"); process.stderr.write("warned\\n"); process.stdout.write("o\\n"); };',
  );
  const lines: string[] = [];
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const log = (line: string): void => {
    if (lines.push(line) === 3) finish();
  };
  await hostOf(fn, { log }).invoke(fn.arn, {});
  await done;
  expect(lines.toSorted()).toEqual(['Fn one', 'Fn two', 'Fn warned']);
});
