import { invalid } from './errors.ts';
import { bytes, type Item, type Value } from './value.ts';

const largestItem = 400 * 1024;

/** @throws AwsError */
export function refuseLargeItem(item: Item, message: string): void {
  if (itemSize(item) > largestItem) throw invalid(message);
}

/** In bytes (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((size, [name, value]) => size + Buffer.byteLength(name) + valueSize(value), 0);
}

function valueSize(value: Value): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return bytes(value.B).length;
  if ('SS' in value) return total(value.SS, (member) => Buffer.byteLength(member));
  if ('NS' in value) return total(value.NS, numberSize);
  if ('BS' in value) return total(value.BS, (member) => bytes(member).length);
  if ('L' in value) return 3 + total(value.L, (member) => 1 + valueSize(member));
  if ('M' in value) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}

/** About one byte per two significant digits, plus one. */
function numberSize(number: string): number {
  return Math.ceil(number.replace(/^-?0*|\D|0*$/g, '').length / 2) + 1;
}

function total<T>(members: readonly T[], sizeOf: (member: T) => number): number {
  return members.reduce((size, member) => size + sizeOf(member), 0);
}
