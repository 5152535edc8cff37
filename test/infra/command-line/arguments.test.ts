import { describe, expect, test } from 'vitest';
import { readArguments, stageOptions } from '../../../infra/command-line/arguments.ts';
import { helpText } from '../../../infra/command-line/help.ts';
import { UsageError } from '../../../infra/errors/usage-error.ts';

const command = {
  usage: 'npm run rights -- [--stage <name>] [--json]',
  summary: 'Prints rights.',
  options: { ...stageOptions, json: { help: 'As JSON.' } },
};
const passing = { ...command, others: 'the options of the CDK', options: { ...command.options, profile: { value: '<name>' } } };

describe('readArguments', () => {
  test.each([
    [['--stage', 'prod']],
    [['--stage=prod']],
    [['-c', 'stage=prod']],
    [['--context', 'stage=prod']],
    [['--context=stage=prod']],
    [['-c=stage=prod']],
    [['--stage', 'prod', '-c', 'stage=prod']],
  ])('%j names the stage', (args) => {
    expect(readArguments(command, args, { STAGE: 'dev' })).toEqual({
      stage: 'prod',
      namesStage: true,
      argument: undefined,
      options: [],
      wantsHelp: false,
    });
  });

  test('without an argument it is the variable, else dev', () => {
    expect(readArguments(command, [], { STAGE: 'prod' }).stage).toBe('prod');
    expect(readArguments(command, [], { STAGE: '' }).stage).toBe('dev');
  });

  test('everything else stays in its order and unchanged', () => {
    const args = ['--profile', 'mine', '--stage', 'prod', '-c', 'deployed=a.json', '--no-json', '--json=false'];
    expect(readArguments(passing, args, {}).options).toEqual([
      { name: 'profile', value: 'mine', written: ['--profile', 'mine'] },
      { name: 'context', value: 'deployed=a.json', written: ['-c', 'deployed=a.json'] },
      { name: 'no-json', value: undefined, written: ['--no-json'] },
      { name: 'json', value: 'false', written: ['--json=false'] },
    ]);
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
    expect(() => readArguments(command, args, {})).toThrow(/^(--stage must name a stage|The command names two stages)[^\n]*\.$/);
  });

  test.each([
    [['--port=1'], '"--port=1": this command takes --stage <name> and --json.'],
    [['--jsn'], '"--jsn" (did you mean --json?): this command takes --stage <name> and --json.'],
    [['-x'], '"-x": this command takes --stage <name> and --json.'],
    [['prod'], '"prod": name a stage with --stage prod.'],
    [['--json', 'prod'], '"prod": name a stage with --stage prod.'],
    [['-c', 'local=true'], '"-c local=true": this command takes --stage <name> and --json.'],
    [['--no-stage'], '"--no-stage": this command takes --stage <name> and --json.'],
  ])('%j is refused by its name, with what there is', (args, rest) => {
    expect(() => readArguments(command, args, {})).toThrow(new UsageError(`There is no argument ${rest}`));
  });

  test('a command without options says so', () => {
    expect(() => readArguments({ ...command, options: {} }, ['now'], {})).toThrow('"now": this command takes none.');
  });
});

test.each([[['--help']], [['-h']], [['--stage', 'prod', '--help']]])('%j shows the help', (args) => {
  expect(readArguments(command, args, {}).wantsHelp).toBe(true);
});

test('the help names each option with what it does', () => {
  expect(helpText({ ...command, notes: ['See docs.'] })).toBe(`npm run rights -- [--stage <name>] [--json]

Prints rights.

Options:
  --stage <name>  The stage in infra/config.ts. Default: the variable STAGE, otherwise dev.
  --json          As JSON.
  -h, --help      Show this help.

See docs.
`);
});
