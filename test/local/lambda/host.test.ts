import { describe, expect, test } from 'vitest';
import { fakeTimers, functionOf, hostOf } from './functions.ts';

const hanging = 'exports.handler = () => new Promise((resolve) => setInterval(() => {}, 1000));';
/**
 * Tells which environment answers; `wait` names an event that holds the answer back until a call with `release` comes.
 */
const numbered = `
  const { BroadcastChannel, threadId } = require('node:worker_threads');
  let calls = 0;
  exports.handler = async ({ hold, release }) => {
    calls += 1;
    if (hold) await new Promise((resolve) => {
      const channel = new BroadcastChannel(hold);
      channel.onmessage = () => { channel.close(); resolve(); };
      console.log('holding ' + hold);
    });
    return { threadId, calls };
  };
`;

/** Resolves when a function has printed these many lines. */
function printed(count: number): { log: (line: string) => void; lines: string[]; done: Promise<void> } {
  const lines: string[] = [];
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    lines,
    done,
    log: (line) => {
      lines.push(line);
      if (lines.length === count) finish();
    },
  };
}

function release(name: string): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('go');
  channel.close();
}

describe('createLambdaHost', () => {
  test('an environment is used again, and keeps what its module scope holds', async () => {
    const fn = functionOf(numbered);
    const { invoke } = hostOf(fn);
    const first = await invoke(fn.arn, {});
    const second = await invoke(fn.arn, {});
    expect(first).toEqual({ ok: true, payload: { threadId: expect.any(Number), calls: 1 } });
    expect(second).toEqual({ ok: true, payload: { ...(first.ok && (first.payload as object)), calls: 2 } });
  });

  test('an environment runs one invocation at a time; those beyond the limit wait for their turn', async () => {
    const fn = functionOf(numbered);
    const { log, done, lines } = printed(2);
    const { invoke } = hostOf(fn, { maxEnvironments: 2, log });
    const held = [invoke(fn.arn, { hold: 'one' }), invoke(fn.arn, { hold: 'two' })];
    await done;
    const waiting = invoke(fn.arn, {});
    release('one');
    release('two');
    const [one, two] = await Promise.all(held);
    const third = await waiting;
    expect(one).toMatchObject({ payload: { calls: 1 } });
    expect(two).toMatchObject({ payload: { calls: 1 } });
    expect(third).toMatchObject({ payload: { calls: 2 } });
    expect(lines.toSorted()).toEqual(['Fn holding one', 'Fn holding two']);
  });

  test('an idle environment is shut down, and the next invocation starts another', async () => {
    const fn = functionOf(numbered);
    const timers = fakeTimers();
    const { invoke } = hostOf(fn, { timers, idleMs: 60_000 });
    await invoke(fn.arn, {});
    expect(timers.set()).toEqual([60_000]);
    await timers.ring(60_000);
    expect(await invoke(fn.arn, {})).toMatchObject({ payload: { calls: 1 } });
  });

  test('an invocation in time leaves no deadline behind', async () => {
    const fn = functionOf(numbered, { timeoutMs: 5000 });
    const timers = fakeTimers();
    await hostOf(fn, { timers, idleMs: 60_000 }).invoke(fn.arn, {});
    expect(timers.set()).not.toContain(5000);
  });

  test("a time-out is reported with Lambda's text, and ends the environment", async () => {
    const fn = functionOf(
      `console.log('up'); let calls = 0; exports.handler = ({ hang }) => hang ? new Promise(() => setInterval(() => {}, 1000)) : ++calls;`,
      {
        timeoutMs: 1500,
      },
    );
    const timers = fakeTimers();
    const { log, done } = printed(1);
    const { invoke } = hostOf(fn, { timers, log });
    await invoke(fn.arn, {});
    await done;
    const hung = invoke(fn.arn, { hang: true });
    await timers.ring(1500);
    expect(await hung).toEqual({
      ok: false,
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.50 seconds$/),
      trace: [],
    });
    expect(await invoke(fn.arn, {})).toEqual({ ok: true, payload: 1 });
  });

  test('an endless loop is ended by the time-out too', async () => {
    const fn = functionOf('exports.handler = () => { for (;;); };', { timeoutMs: 30 });
    expect(await hostOf(fn).invoke(fn.arn, {})).toMatchObject({ ok: false, errorType: 'Sandbox.Timedout' });
  });

  test('an init phase that takes longer than ten seconds is a time-out', async () => {
    const fn = functionOf({
      'index.mjs': 'await new Promise(() => setInterval(() => {}, 1000)); export const handler = () => 1;',
    });
    const timers = fakeTimers();
    const answer = hostOf(fn, { timers }).invoke(fn.arn, {});
    await timers.ring(10_000);
    expect(await answer).toMatchObject({
      ok: false,
      errorMessage: expect.stringContaining('Task timed out after 10.00 seconds'),
    });
  });

  test('a new synthesis replaces what changed, lets invocations under way end, and leaves the rest running', async () => {
    const before = functionOf(numbered);
    const after = functionOf('exports.handler = async () => "new";');
    const same = functionOf(numbered, { name: 'Same' });
    const { log, done } = printed(1);
    const host = hostOf(before, { log });
    host.replace(new Map([before, same].map((fn) => [fn.arn, fn])));
    await host.invoke(same.arn, {});
    const underWay = host.invoke(before.arn, { hold: 'old' });
    await done;
    host.replace(new Map([after, same].map((fn) => [fn.arn, fn])));
    expect(await host.invoke(after.arn, {})).toEqual({ ok: true, payload: 'new' });
    expect(await host.invoke(same.arn, {})).toMatchObject({ payload: { calls: 2 } });
    release('old');
    expect(await underWay).toMatchObject({ ok: true, payload: { calls: 1 } });
  });

  test('who waits while a new synthesis arrives is served by the new code', async () => {
    const before = functionOf(numbered);
    const after = functionOf('exports.handler = async () => "new";');
    const { log, done } = printed(1);
    const host = hostOf(before, { log, maxEnvironments: 1 });
    const underWay = host.invoke(before.arn, { hold: 'first' });
    await done;
    const waiting = host.invoke(before.arn, {});
    host.replace(new Map([[after.arn, after]]));
    expect(await waiting).toEqual({ ok: true, payload: 'new' });
    release('first');
    expect(await underWay).toMatchObject({ ok: true });
  });

  test('an unknown function is refused by its ARN', async () => {
    const fn = functionOf(numbered);
    await expect(hostOf(fn).invoke('arn:aws:lambda:us-east-1:000000000000:function:Other', {})).rejects.toThrow(
      'There is no function arn:aws:lambda:us-east-1:000000000000:function:Other.',
    );
  });

  test('closing ends what runs', async () => {
    const fn = functionOf(`console.log('up'); ${hanging}`);
    const { log, done } = printed(1);
    const host = hostOf(fn, { log });
    const answer = host.invoke(fn.arn, {});
    await done;
    await host.close();
    expect(await answer).toMatchObject({ ok: false, errorType: 'Runtime.ExitError' });
  });

  test('a payload of more than 6 MB is refused both ways', async () => {
    const fn = functionOf('exports.handler = async ({ size }) => "x".repeat(size);');
    const { invoke } = hostOf(fn);
    expect(await invoke(fn.arn, 'x'.repeat(6_291_456))).toEqual({
      ok: false,
      errorType: 'RequestEntityTooLargeException',
      errorMessage: '6291458 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    });
    expect(await invoke(fn.arn, { size: 6_291_600 })).toEqual({
      ok: false,
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size (6291602 bytes) exceeded maximum allowed payload size (6291556 bytes).',
    });
  });
});
