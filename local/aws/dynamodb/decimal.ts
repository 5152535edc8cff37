import { invalid } from './errors.ts';

/** `coefficient × 10 ^ exponent`, where the coefficient does not end in zeros. */
interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,5}))?$/i;

/**
 * A number in the form in which DynamoDB returns it: `1.50e1` becomes `15`.
 * @throws AwsError if it is not a number, or one that DynamoDB cannot store.
 * @see docs/aws-behaviour/dynamodb.md#dynamodb.numbers
 */
export function normalized(text: string): string {
  return print(within(parse(text)));
}

export function sum(a: string, b: string): string {
  const [x, y, exponent] = aligned(parse(a), parse(b));
  return print(within(stripped(x + y, exponent)));
}

export function difference(a: string, b: string): string {
  const [x, y, exponent] = aligned(parse(a), parse(b));
  return print(within(stripped(x - y, exponent)));
}

/** Negative, 0 or positive, for `Array.sort`. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = aligned(parse(a), parse(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A text for each number such that texts sort by bytes as the numbers do. */
export function sortableDecimal(text: string): string {
  const { coefficient, exponent } = parse(text);
  if (coefficient === 0n) return '1';
  const isPositive = coefficient > 0n;
  const digits = String(isPositive ? coefficient : -coefficient);
  const magnitude = digits.length - 1 + exponent;
  if (isPositive) return `2${offset(magnitude)}${digits}`;
  // For negative numbers, larger digits mean a smaller number. If one begins with the other's digits, the end decides.
  const complement = digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
  return `0${offset(-magnitude)}${complement}~`;
}

function offset(magnitude: number): string {
  return String(magnitude + 500).padStart(3, '0');
}

function parse(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = pattern.exec(text) ?? [];
  if (whole === '' && fraction === '') {
    throw invalid(`The parameter cannot be converted to a numeric value${text === '' ? '' : `: ${text}`}`);
  }
  return stripped(BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n), Number(exponent) - fraction.length);
}

function stripped(coefficient: bigint, exponent: number): Decimal {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const zeros = /0*$/.exec(String(coefficient))?.[0].length ?? 0;
  return { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

function within(decimal: Decimal): Decimal {
  const digits = digitsOf(decimal).length;
  const magnitude = digits - 1 + decimal.exponent;
  if (magnitude > 125) {
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  }
  if (magnitude < -130) {
    throw invalid('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  }
  if (digits > 38) throw invalid('Attempting to store more than 38 significant digits in a Number');
  return decimal;
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const shifted = (decimal: Decimal) => decimal.coefficient * 10n ** BigInt(decimal.exponent - exponent);
  return [shifted(a), shifted(b), exponent];
}

function print(decimal: Decimal): string {
  const { coefficient, exponent } = decimal;
  const sign = coefficient < 0n ? '-' : '';
  const digits = digitsOf(decimal);
  if (exponent >= 0) return `${sign}${digits}${'0'.repeat(exponent)}`;
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function digitsOf({ coefficient }: Decimal): string {
  return String(coefficient < 0n ? -coefficient : coefficient);
}
