import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../infra/command-line/arguments.ts';
import { deployDescription, readDeployArguments } from '../../../infra/deploy/arguments.ts';

const read = (args: readonly string[]) => readDeployArguments(readArguments(deployDescription, args, {}).options);

describe('readDeployArguments', () => {
  test('passes on everything except --accept; the synth also gets context, credentials and network options', () => {
    const args = ['-c', 'x=y', '--progress', 'events', '--profile=mine', '--plugin', 'p', '--ci', '--require-approval', 'never'];
    expect(read([...args, '--accept', 'domain,gpt', '--accept=mfa.issuer'])).toEqual({
      accepted: ['domain', 'gpt', 'mfa.issuer'],
      rest: args,
      shared: ['-c', 'x=y', '--profile=mine', '--plugin', 'p', '--ci'],
      profile: 'mine',
      namesOutputs: false,
      aside: undefined,
    });
  });

  test.each([
    [['--hotswap'], '--hotswap'],
    [['--watch'], '--watch'],
    [['--no-execute'], '--no-execute'],
    [['--execute=false'], '--execute=false'],
    [['--method', 'prepare-change-set'], '--method=prepare-change-set'],
    [['-m=prepare-change-set'], '--method=prepare-change-set'],
    [['--hotswap-fallback'], undefined],
    [['--method', 'direct'], undefined],
    [['--hotswap=false', '--execute'], undefined],
  ])('%j goes past CloudFormation by %j', (args, aside) => {
    expect(read(args).aside).toBe(aside);
  });

  test.each([[['-O', 'elsewhere.json']], [['--outputs-file=elsewhere.json']]])('%j names a file for the outputs', (args) => {
    expect(read(args).namesOutputs).toBe(true);
  });

  test.each(['--app', '-a', '--output=x', '-o'])('%s is its own', (argument) => {
    expect(() => read(argument.includes('=') ? [argument] : [argument, 'x'])).toThrow(
      `npm run deploy sets ${argument} itself; leave it out.`,
    );
  });

  test.each([
    [['prod'], 'prod'],
    [['--profile', 'mine', 'prod'], 'prod'],
    [['--require-approval', 'never', 'prod'], 'prod'],
  ])('%j: a word that is no option is refused, as whoever typed it means a stage', (args, word) => {
    expect(() => read(args)).toThrow(`There is no argument "${word}": name a stage with --stage ${word}.`);
  });

  test.each([
    ['--require-aproval', ' (did you mean --require-approval?)'],
    ['--hotswapp', ' (did you mean --hotswap?)'],
    ['--frobnicate', ''],
  ])('%s, which cdk deploy would ignore, is refused', (argument, hint) => {
    expect(() => read([argument, 'never'])).toThrow(
      new RegExp(`^There is no argument "${argument}"${hint.replace(/[()?]/g, '\\$&')}: .* and the options of cdk deploy\\.$`),
    );
  });

  test('refuses options that have no effect here', () => {
    const told = 'npm run deploy asks CloudFormation what is deployed';
    expect(() => read(['-c', 'deployed=x.json'])).toThrow(told);
    expect(() => read(['--context=deployed=x.json'])).toThrow(told);
    expect(() => read(['--accept'])).toThrow('--accept needs the names of settings');
  });
});
