import { describe, expect, test } from 'vitest';
import { guards } from '../../../infra/guard/guards.ts';
import { harms } from '../../../infra/guard/refuse-harm.ts';
import { complete } from './complete.ts';
import { harmfulChanges } from './harmful-changes.ts';
import { deployed } from './living.ts';

const describeHarm = ({ setting, what, was, becomes, loses, instead }: ReturnType<typeof harms>[number]) => ({
  setting,
  text: `${what} was ${was === undefined ? 'absent' : JSON.stringify(was)} and would be ${JSON.stringify(becomes)}. ${loses} ${instead}`,
});

describe('finds a change that would fail or lose something, and reports nothing else', () => {
  test.each(harmfulChanges.map((one, at) => ({ at, ...one })))(
    '$guards ($at): $setting',
    ({ before, change, setting, says, guards: row }) => {
      const old = complete();
      before?.(old);
      const next = structuredClone(old);
      change(next);
      const found = harms(deployed(old), deployed(next)).map(describeHarm);
      expect(found).toEqual([{ setting, text: expect.stringMatching(says) }]);
      const finders = guards.filter(({ find }) => find(deployed(old), deployed(next)).length > 0);
      expect(finders.map((guard) => guard.guards)).toEqual([row]);
    },
  );

  test.each([
    ['stackName', 'naming.stackName'],
    ['region', 'naming.region'],
    ['account', 'naming.account'],
  ] as const)('stack (%s): %s', (key, setting) => {
    const template = complete();
    const [harm, ...others] = harms(deployed(template), deployed(template, { [key]: 'other' }));
    expect([harm?.setting, others]).toEqual([setting, []]);
    expect(harms(deployed(template), deployed(template, { [key]: null }))).toEqual([]);
  });

  test('each row of the table has its case here', () => {
    const tested = new Set([
      ...harmfulChanges.map((one) => one.guards),
      'stack (stackName)',
      'stack (region)',
      'stack (account)',
    ]);
    expect(guards.map((guard) => guard.guards)).toEqual(expect.arrayContaining([...tested]));
    expect(guards.map((guard) => guard.guards).filter((row) => !tested.has(row))).toEqual([]);
  });
});
