import { describe, expect, test } from 'vitest';
import { createTerminalLog, type LogFormat } from '../../local/terminal-log.ts';

const timestamp = '2026-11-28T12:03:11.000Z';
const time = new Date(timestamp).toTimeString().slice(0, 8);
const line = ({ level = 'INFO', ...members }: { readonly level?: string } & Record<string, unknown>): string => {
  const message = { field: 'login', outcome: 'ok', duration_ms: 10.2, cold_start: false, ...members };
  return `UserFunction ${JSON.stringify({ timestamp, level, requestId: 'a-b-c', message })}`;
};

function printed(
  lines: readonly string[],
  { format = 'text' as LogFormat, rows = undefined as number | undefined } = {},
): string[] {
  const output: string[] = [];
  const { log, repeat } = createTerminalLog({ format, print: (text) => void output.push(text), rows: () => rows });
  repeat('Page http://localhost:4000/app/');
  for (const each of lines) log(each);
  return output;
}

const readableLine = (text: string): string | undefined => printed([text])[0];

describe('the terminal log', () => {
  test('a call that succeeded is its field and its time', () => {
    expect(readableLine(line({}))).toBe(`${time} login ok 10.2 ms`);
  });

  test('a refusal has its code and the exception of Cognito', () => {
    expect(readableLine(line({ outcome: 'refused', code: 'CODE_MISMATCH', cognito: 'CodeMismatchException' }))).toBe(
      `${time} login refused CODE_MISMATCH (CodeMismatchException) 10.2 ms`,
    );
  });

  test('a fault has the id that the client was told, and its cause', () => {
    const cause = { name: 'TypeError', code: 'ERR_X', frames: ['a (file:///a.ts:1:2)', 'file:///b.ts:3:4'] };
    expect(readableLine(line({ level: 'ERROR', outcome: 'refused', code: 'INTERNAL', cause }))).toBe(
      `${time} login refused INTERNAL 10.2 ms requestId a-b-c TypeError ERR_X\n    a (file:///a.ts:1:2)\n    file:///b.ts:3:4`,
    );
  });

  test('what another service failed at is one line, and names it once', () => {
    const cause = { name: 'InternalFailure', frames: ['a (file:///a.ts:1:2)'] };
    const entry = { level: 'WARN', outcome: 'refused', code: 'UNAVAILABLE' };
    expect(readableLine(line({ ...entry, cognito: 'InternalFailure', cause }))).toBe(
      `${time} login refused UNAVAILABLE (InternalFailure) 10.2 ms requestId a-b-c`,
    );
    expect(readableLine(line({ ...entry, cause: { ...cause, name: 'Error', code: 'ECONNREFUSED' } }))).toBe(
      `${time} login refused UNAVAILABLE 10.2 ms requestId a-b-c Error ECONNREFUSED`,
    );
  });

  test.each([
    'PreSignUp said hello',
    'PreSignUp {"level":"INFO","message":"another logger"}',
    'PreSignUp {not JSON}',
    'PreSignUp [1]',
    'PreSignUp',
    '',
  ])('%j stays as it is', (text) => {
    expect(readableLine(text)).toBe(text);
  });

  test('as JSON it is what the function printed', () => {
    expect(printed([line({})], { format: 'json', rows: 2 })).toEqual([line({})]);
  });

  test('repeats the addresses on a terminal before they are scrolled away, and nowhere else', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'];
    const addresses = 'Page http://localhost:4000/app/';
    expect(printed(lines, { rows: 3 })).toEqual(['a', 'b', addresses, 'c', 'd', addresses, 'e']);
    expect(printed(lines)).toEqual(lines);
  });
});
