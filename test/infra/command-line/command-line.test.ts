import { describe, expect, test } from 'vitest';
import { readCommandLine, refuseOthers } from '../../../infra/command-line/command-line.ts';

describe('readCommandLine', () => {
  test.each([
    [['--stage', 'prod']],
    [['--stage=prod']],
    [['-c', 'stage=prod']],
    [['--context', 'stage=prod']],
    [['--context=stage=prod']],
    [['-c=stage=prod']],
    [['--stage', 'prod', '-c', 'stage=prod']],
  ])('%j names the stage', (args) => {
    expect(readCommandLine(args, { STAGE: 'dev' })).toEqual({ stage: 'prod', rest: [] });
  });

  test('without an argument it is the variable, else dev', () => {
    expect(readCommandLine([], { STAGE: 'prod' }).stage).toBe('prod');
    expect(readCommandLine([], { STAGE: '' }).stage).toBe('dev');
  });

  test('what else there is stays, in its order', () => {
    const args = ['--require-approval', 'never', '--stage', 'prod', '-c', 'deployed=a.json', '--hotswap'];
    expect(readCommandLine(args, {}).rest).toEqual(['--require-approval', 'never', '-c', 'deployed=a.json', '--hotswap']);
  });

  test.each([
    [['--stage']],
    [['--stage', '']],
    [['--stage=']],
    [['--stage', '../prod']],
    [['--stage', '--json']],
    [['-c', 'stage=']],
    [['--stage', 'dev', '--stage', 'prod']],
    [['--stage', 'dev', '-c', 'stage=prod']],
  ])('%j is refused in one line', (args) => {
    expect(() => readCommandLine(args, {})).toThrow(/^(--stage must name a stage|The command names two stages)[^\n]*\.$/);
  });
});

test('refuseOthers names the argument, and those there are', () => {
  expect(() => refuseOthers({ stage: 'dev', rest: ['--json'] }, ['--json'])).not.toThrow();
  expect(() => refuseOthers({ stage: 'dev', rest: ['--port=1'] })).toThrow(
    'There is no argument "--port=1": this command takes --stage <name>.',
  );
});
