import type { Input } from '../../protocol/service.ts';
import { conditionFailed } from '../errors.ts';
import { type Condition, parseCondition } from '../expressions/condition.ts';
import type { Placeholders } from '../expressions/placeholders.ts';
import type { Items } from '../items.ts';
import type { Key } from '../key.ts';
import type { Item } from '../value.ts';

/** A change of one item that was read and checked, but not yet carried out. */
export interface Write {
  readonly key: Key;
  readonly condition: Condition['holds'];
  /** The item after the change; undefined deletes it. Throws `AwsError`. */
  readonly change: (before: Item | undefined) => Item | undefined;
  /** Members of the refusal if the condition is false. */
  readonly toldOnFailure: (before: Item | undefined) => { Item?: Item };
}

export interface Written {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Carries out the change. It is synchronous, so no other request comes between check and change. @throws AwsError */
export function write(items: Items, { key, condition, change, toldOnFailure }: Write): Written {
  const before = items.find(key);
  if (!condition(before ?? {})) throw conditionFailed(toldOnFailure(before));
  const after = change(before);
  items.put(key, after);
  return { before, after };
}

/** The members that make a write depend on the item. */
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
