import { globSync, readFileSync } from 'node:fs';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { describe, expect, test } from 'vitest';
import { triggerKeys } from '../../infra/settings/users/triggers.ts';
import { inputMembers } from '../parity/ledger/service-model.ts';
import { devWith } from '../support/infra/everything.ts';
import { stackOf } from '../support/infra/stack.ts';
import { awsCommands } from './aws-commands.ts';

const page = readFileSync('docs/operations.md', 'utf8');
const runbook = page.slice(page.indexOf('\n## Alarms\n'), page.indexOf('\n## The API key expires\n'));

const alarms = { emails: ['oncall@example.com'] };
const own = alarmsOf(devWith({ monitoring: { alarms } }));
const trigger = { entry: 'triggers/own.ts' };
const withTrigger = alarmsOf(devWith({ monitoring: { alarms }, triggers: { postConfirmation: trigger } }));

describe('docs/operations.md', () => {
  test.each(own)('says what to do about the alarm %s', (name) => expect(runbook).toContain(`\`${name}\``));

  test('says what to do about the alarms of a trigger', () => {
    const further = withTrigger.filter((name) => !own.includes(name));
    expect(further).toEqual(['PostConfirmationErrors', 'PostConfirmationThrottles']);
    for (const name of further) expect(runbook).toContain(`\`${name.replace('PostConfirmation', '<Trigger>')}\``);
  });

  test('names no alarm that infra lacks', () => {
    const triggers = triggerKeys.map((key) => key.charAt(0).toUpperCase() + key.slice(1));
    const possible = ['<Trigger>', ...triggers].flatMap((name) => [`${name}Errors`, `${name}Throttles`]);
    const named = [...runbook.matchAll(/`([A-Z<][\w<>]*(?:Errors|Throttles|Latency|Cognito|Failures|Refused))`/g)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.map(([, name = '']) => name).filter((name) => ![...own, ...possible].includes(name))).toEqual([]);
  });
});

const commands = globSync('docs/*.md').flatMap(awsCommands);

test.each(commands)(
  '$operation, as a page has it for the AWS CLI, is an operation with these options',
  ({ operation, options }) => {
    expect(inputMembers(operation)).toEqual(expect.arrayContaining(Object.keys(options)));
  },
);

/** The names of the alarms that a stage has, as `infra/constructs/monitoring/alarms.ts` gives them. */
function alarmsOf(settings: Parameters<typeof stackOf>[0]): string[] {
  return stackOf(settings)
    .stack.node.findAll()
    .filter((construct) => construct instanceof Alarm)
    .map(({ node }) => node.id);
}
