import type { Input } from '../../protocol/service.ts';
import { conditionFailed } from '../errors.ts';
import { type Condition, parseCondition } from '../expressions/condition.ts';
import type { Placeholders } from '../expressions/placeholders.ts';
import type { Items } from '../items.ts';
import type { Key } from '../key.ts';
import type { Item } from '../value.ts';

/** A change of one item, read and checked, and not yet made. */
export interface Write {
  readonly key: Key;
  readonly condition: Condition['holds'];
  /** What stands at the key afterwards; undefined deletes it. Throws `AwsError`. */
  readonly change: (before: Item | undefined) => Item | undefined;
  /** Members of the refusal when the condition does not hold. */
  readonly toldOnFailure: (before: Item | undefined) => { Item?: Item };
}

export interface Written {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/**
 * Makes the change. Nothing of this waits, so no other request comes between the test and the change. @throws AwsError
 */
export function write(items: Items, { key, condition, change, toldOnFailure }: Write): Written {
  const before = items.find(key);
  if (!condition(before ?? {})) throw conditionFailed(toldOnFailure(before));
  const after = change(before);
  items.put(key, after);
  return { before, after };
}

/** The members by which a request makes its write depend on the item. */
export const conditionMembers = [
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];

export function readCondition(input: Input, placeholders: Placeholders): Pick<Write, 'condition' | 'toldOnFailure'> {
  const { ConditionExpression, ReturnValuesOnConditionCheckFailure } = input;
  const condition =
    ConditionExpression === undefined
      ? () => true
      : parseCondition('ConditionExpression', String(ConditionExpression), placeholders).holds;
  const isTold = ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  return { condition, toldOnFailure: (before) => (isTold && before !== undefined ? { Item: before } : {}) };
}
