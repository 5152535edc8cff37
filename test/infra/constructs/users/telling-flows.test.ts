import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import type { SettingsInput } from '../../../../infra/settings/stage.ts';
import { stackOf } from '../../../support/infra/stack.ts';

const said = (input: Partial<SettingsInput>): string[] => {
  const { stack } = stackOf(parseSettings({ naming: { stackName: 'Test' }, ...input }));
  const found = Annotations.fromStack(stack).findInfo('*', Match.stringLikeRegexp('shows strangers'));
  return found.map(({ entry }) => String(entry.data));
};

test('the synth says which flows tell who has an account', () => {
  expect(said({})).toEqual([expect.stringContaining('In USER_SRP_AUTH Cognito shows strangers')]);
  const both = said({ signIn: { flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'] } });
  expect(both).toEqual([expect.stringContaining('In USER_SRP_AUTH and USER_AUTH')]);
});

test.each<[string, Partial<SettingsInput>]>([
  ['addresses are hidden', { protection: { hideAddresses: true } }],
  ['the password itself is sent', { signIn: { flows: ['USER_PASSWORD_AUTH'] } }],
  ['the address is the user name, which signUp tells', { signIn: { names: ['EMAIL'] } }],
  ['there are user names alone', { signIn: { names: ['USERNAME'] } }],
])('it says nothing where %s', (_, input) => expect(said(input)).toEqual([]));
