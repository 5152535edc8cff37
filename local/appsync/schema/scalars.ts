import { isIP } from 'node:net';
import { type GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isNestedTooDeeply } from '../request/nesting.ts';
import { javaValue } from './java-print.ts';

/**
 * A value that its scalar does not accept, with AppSync's message.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.output
 */
export class ScalarError extends Error {
  override readonly name = 'ScalarError';
}

interface Scalar {
  /** As in "Unable to parse `x` as a valid …". */
  readonly input: string;
  /** As in "Unable to serialize `x` as a valid …". */
  readonly output: string;
  readonly accepts: (value: unknown) => boolean;
}

const offset = '(?:Z|[+-](?:0\\d|1[0-8]):[0-5]\\d(?::[0-5]\\d)?)';
const date = '(-?\\d{4,9})-(\\d\\d)-(\\d\\d)';
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';

/** AppSync, "Scalar types in GraphQL". */
const scalars: Readonly<Record<string, Scalar>> = {
  AWSDate: { input: 'date', output: 'Date Object', accepts: datePattern(`^${date}${offset}?$`) },
  AWSTime: { input: 'time', output: 'Time Object', accepts: text((value) => new RegExp(`^${time}${offset}?$`).test(value)) },
  // The offset is required. AppSync documents this in two ways, and a value with an offset is valid in both.
  // @see docs/aws-behaviour/appsync.md#appsync.scalars.offset
  AWSDateTime: { input: 'DateTime', output: 'DateTime Object', accepts: datePattern(`^${date}T${time}${offset}$`) },
  AWSTimestamp: { input: 'timestamp', output: 'timestamp', accepts: (value) => Number.isSafeInteger(value) },
  AWSEmail: {
    input: 'email address',
    output: 'email address',
    accepts: text((value) => /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]{1,255}$/.test(value)),
  },
  AWSURL: {
    input: 'URL',
    output: 'URL',
    accepts: text((value) => URL.canParse(value) && !new URL(value).pathname.includes('//')),
  },
  AWSPhone: { input: 'phone number', output: 'phone number', accepts: text(isPhoneNumber) },
  AWSIPAddress: { input: 'IP address', output: 'IP address', accepts: text(isAddress) },
};

/** Implements a scalar that AppSync predeclares; leaves any other unchanged. */
export function implementScalar(type: GraphQLScalarType): void {
  if (type.name === 'AWSJSON') implementJson(type);
  const scalar = Object.hasOwn(scalars, type.name) ? scalars[type.name] : undefined;
  if (scalar === undefined) return;
  type.parseValue = (value) => {
    if (!scalar.accepts(value)) throw new ScalarError(`Unable to parse \`${javaValue(value)}\` as a valid ${scalar.input}.`);
    return value;
  };
  type.serialize = (value) => {
    if (!scalar.accepts(value)) throw new ScalarError(`Unable to serialize \`${javaValue(value)}\` as a valid ${scalar.output}.`);
    return value;
  };
  type.parseLiteral = (node) => type.parseValue(literal(node));
}

/**
 * As input, a string of JSON that is parsed for resolvers. As output, any value as a string of JSON.
 * @see docs/aws-behaviour/appsync.md#appsync.scalars.json
 */
function implementJson(type: GraphQLScalarType): void {
  type.parseValue = (value) => {
    const parsed = typeof value === 'string' ? parsedJson(value) : undefined;
    if (parsed === undefined || isNestedTooDeeply(parsed))
      throw new ScalarError(`Unable to parse ${javaValue(value)} as valid JSON.`);
    return parsed;
  };
  type.serialize = (value) => JSON.stringify(value);
  type.parseLiteral = (node) => type.parseValue(literal(node));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT) return Number(node.value);
  return node;
}

function text(accepts: (value: string) => boolean): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && value.length <= 4_096 && accepts(value);
}

function datePattern(pattern: string): (value: unknown) => boolean {
  const shape = new RegExp(pattern);
  return text((value) => {
    const match = shape.exec(value);
    if (match === null) return false;
    const [year, month, day] = match.slice(1, 4).map(Number);
    const real = new Date(Date.UTC(2000, 0, 1));
    real.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
    return real.getUTCMonth() + 1 === month && real.getUTCDate() === day;
  });
}

/** International numbers by their length; numbers without a country code as in the US, AppSync's default region. */
function isPhoneNumber(value: string): boolean {
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) || /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);
}

function isAddress(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
