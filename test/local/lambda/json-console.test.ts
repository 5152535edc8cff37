import { describe, expect, test } from 'vitest';
import { jsonConsole } from '../../../local/lambda/json-console.ts';

function written(use: (console: ReturnType<typeof jsonConsole>) => void, minimum = 'INFO'): Record<string, unknown>[] {
  const lines: string[] = [];
  use(jsonConsole({ minimum, requestId: () => 'a-b-c', write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

const head = { timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), level: 'INFO', requestId: 'a-b-c' };

// As aws/aws-lambda-nodejs-runtime-interface-client writes them (src/LogPatch.js).
describe('a line of the console', () => {
  test('keeps one object as it is, and one text', () => {
    expect(written((console) => console.info({ field: 'login', cause: { frames: ['a'] } }))).toEqual([
      { ...head, message: { field: 'login', cause: { frames: ['a'] } } },
    ]);
    expect(written((console) => console.log('hello'))).toEqual([{ ...head, message: 'hello' }]);
  });

  test('formats several values, and takes an error among them apart', () => {
    const [line] = written((console) => console.error('%s failed', 'it', new RangeError('too long')));
    expect(line).toMatchObject({ level: 'ERROR', errorType: 'RangeError', errorMessage: 'too long' });
    expect(line?.['message']).toMatch(/^it failed RangeError: too long\n/);
    expect(line?.['stackTrace']).toContain('RangeError: too long');
  });

  test('takes a single error apart, with its own members', () => {
    const [line] = written((console) => console.warn(Object.assign(new TypeError('x'), { code: 'E' })));
    expect(line).toMatchObject({ level: 'WARN', message: { errorType: 'TypeError', errorMessage: 'x', code: 'E' } });
  });

  test('formats what JSON cannot hold', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(String(written((console) => console.info(circle))[0]?.['message'])).toContain('[Circular *1]');
  });

  test('is left out below the minimum', () => {
    const levels = written((console) => {
      for (const method of ['trace', 'debug', 'info', 'log', 'warn', 'error'] as const) console[method]('x');
    }, 'WARN').map(({ level }) => level);
    expect(levels).toEqual(['WARN', 'ERROR']);
  });
});
