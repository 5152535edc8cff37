import { describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { ConfigurationError } from '../../infra/errors/configuration-error.ts';
import { stageSettings } from '../../infra/stage-settings.ts';

describe('stages', () => {
  test.each(Object.keys(stages))('%s is a configuration, also on the laptop', (stage) => {
    expect(() => stageSettings({ stage })).not.toThrow();
    expect(() => stageSettings({ stage, local: true })).not.toThrow();
  });

  test('have stacks of different names', () => {
    const names = Object.keys(stages).map((stage) => stageSettings({ stage }).naming.stackName);
    expect(new Set(names).size).toBe(names.length);
  });

  test('refuses an unknown one, and lists those that exist', () => {
    expect(() => stageSettings({ stage: 'production' })).toThrow(
      new ConfigurationError('There is no stage "production" in infra/config.ts; it has dev, prod, social.'),
    );
  });

  test('two stages with one stack are refused, since one would be deployed over the other', () => {
    const prod = { naming: { stackName: 'Shop' } };
    expect(() => stageSettings({ stage: 'staging' }, { prod, staging: { ...prod, gpt: null } })).toThrow(
      new ConfigurationError('Stage "staging" in infra/config.ts has invalid settings:', [
        'naming.stackName must differ from that of stage "prod", or naming.region or naming.account must: otherwise one would be deployed over the other; it is "Shop".',
      ]),
    );
  });

  test('one name in two Regions, or in two accounts, is two stacks', () => {
    const stage = (place: object) => ({ naming: { stackName: 'Shop', region: 'eu-central-1', ...place } });
    const known = { here: stage({}), there: stage({ region: 'us-east-1' }) };
    const accounts = { mine: stage({ account: '111111111111' }), theirs: stage({ account: '222222222222' }) };
    expect(() => stageSettings({ stage: 'here' }, known)).not.toThrow();
    expect(() => stageSettings({ stage: 'mine' }, accounts)).not.toThrow();
  });

  test('a name from the prototype is unknown', () => {
    expect(() => stageSettings({ stage: 'constructor' })).toThrow('There is no stage "constructor"');
  });
});
