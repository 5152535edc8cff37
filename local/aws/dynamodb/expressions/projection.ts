import type { Item } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { createReader } from './reader.ts';

/** Selects the part of an item that is returned. */
export type Projection = (item: Item) => Item;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html @throws AwsError */
export function parseProjection(text: string, placeholders: Placeholders): Projection {
  const read = createReader('ProjectionExpression', text, placeholders);
  const names = [read.attribute()];
  while (!read.isAtEnd()) {
    read.expect(',');
    names.push(read.attribute());
  }
  return (item) => only(item, names);
}

export function only(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
}
