import { StartError } from '../world/start-error.ts';
import type { Template } from './assembly.ts';

/** The physical names of the resources of a template. `undefined` means that the value is unknown. */
interface PhysicalResources {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
}

export interface IntrinsicsOptions {
  readonly template: Template;
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  readonly resources: PhysicalResources;
}

export interface Intrinsics {
  /**
   * The value with every intrinsic function evaluated. `at` is the logical id that it belongs to, for the error text.
   * Throws `IntrinsicError`.
   */
  resolve(value: unknown, at: string): unknown;
  /** Whether a named condition of the template is true. */
  holds(condition: string): boolean;
}

/** An intrinsic function that cannot be evaluated on a laptop. The message names it and its resource. */
export class IntrinsicError extends StartError {
  override readonly name = 'IntrinsicError';
}

const noValue = Symbol('AWS::NoValue');
type Carry = (value: unknown) => unknown;

/** Evaluates lazily, so a resource that nothing on a laptop refers to is never read. */
export function createIntrinsics(options: IntrinsicsOptions): Intrinsics {
  const { template, resources, stackName, region, accountId } = options;
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const pseudoParameters = new Map<string, unknown>([
    ['AWS::AccountId', accountId],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', noValue],
    ['AWS::Partition', partition],
    ['AWS::Region', region],
    [
      'AWS::StackId',
      `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/00000000-0000-0000-0000-000000000000`,
    ],
    ['AWS::StackName', stackName],
    ['AWS::URLSuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ]);

  const ref = (name: string): unknown => {
    if (pseudoParameters.has(name)) return pseudoParameters.get(name);
    const parameter = template.Parameters?.[name];
    const value = parameter === undefined ? resources.ref(name) : parameter.Default;
    if (value === undefined) throw new Error('is not known here');
    return value;
  };
  const attribute = (logicalId: string, name: string): unknown => {
    const value = resources.attribute(logicalId, name);
    if (value === undefined) throw new Error('is not known here');
    return value;
  };
  const holds = (name: string): boolean => {
    const condition = template.Conditions?.[name];
    if (condition === undefined) throw new IntrinsicError(`The template has no condition ${name}.`);
    return isTrue(condition, `Conditions.${name}`);
  };
  const isTrue = (condition: unknown, at: string): boolean => {
    const [name, argument] = onlyEntry(condition) ?? [];
    if (name === 'Condition') return holds(text(argument));
    if (name === 'Fn::Not') return !isTrue(list(argument)[0], at);
    if (name === 'Fn::And') return list(argument).every((part) => isTrue(part, at));
    if (name === 'Fn::Or') return list(argument).some((part) => isTrue(part, at));
    if (name === 'Fn::Equals') {
      const [left, right] = list(argument).map((side) => JSON.stringify(resolve(side, at)));
      return left === right;
    }
    throw new IntrinsicError(`${name ?? JSON.stringify(condition)} in ${at} is no condition.`);
  };

  const functions = new Map<string, (argument: unknown, carry: Carry) => unknown>([
    ['Ref', (argument) => ref(text(argument))],
    ['Fn::GetAtt', (argument) => attribute(...attributePath(argument))],
    ['Fn::Base64', (argument, carry) => Buffer.from(text(carry(argument))).toString('base64')],
    [
      'Fn::FindInMap',
      (argument, carry) => {
        const [map, first, second] = list(argument).map((key) => text(carry(key)));
        const value = template.Mappings?.[map ?? '']?.[first ?? '']?.[second ?? ''];
        if (value === undefined) throw new Error('finds nothing');
        return value;
      },
    ],
    [
      'Fn::If',
      (argument, carry) => {
        const [condition, then, otherwise] = list(argument);
        return carry(holds(text(condition)) ? then : otherwise);
      },
    ],
    [
      'Fn::Join',
      (argument, carry) => {
        const [delimiter, parts] = list(argument);
        return list(carry(parts)).map(text).join(text(delimiter));
      },
    ],
    [
      'Fn::Select',
      (argument, carry) => {
        const [index, parts] = list(argument);
        const value = list(carry(parts))[Number(carry(index))];
        if (value === undefined) throw new Error('selects nothing');
        return value;
      },
    ],
    [
      'Fn::Split',
      (argument, carry) => {
        const [delimiter, whole] = list(argument);
        return text(carry(whole)).split(text(delimiter));
      },
    ],
    [
      'Fn::Sub',
      (argument, carry) => {
        const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
        const own = new Map(Object.entries(carry(variables) ?? {}));
        return text(pattern).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
          if (literal) return `\${${name}}`;
          if (own.has(name)) return text(own.get(name));
          return text(name.includes('.') ? attribute(...attributePath(name)) : ref(name));
        });
      },
    ],
  ]);

  const resolve = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => resolve(item, at)).filter((item) => item !== noValue);
    if (typeof value !== 'object' || value === null) return value;
    const [name, argument] = onlyEntry(value) ?? [];
    if (name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) {
      const carryOut = functions.get(name);
      if (carryOut === undefined) throw new IntrinsicError(`${name} in ${at} is not supported by the local runtime.`);
      try {
        return carryOut(argument, (inner) => resolve(inner, at));
      } catch (cause) {
        if (!(cause instanceof Error) || cause.constructor !== Error) throw cause;
        throw new IntrinsicError(`${name} ${JSON.stringify(argument)} in ${at} ${cause.message}.`, { cause });
      }
    }
    const entries = Object.entries(value).map(([key, item]) => [key, resolve(item, at)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== noValue));
  };

  return { resolve: (value, at) => withoutNoValue(resolve(value, at)), holds };
}

function withoutNoValue(value: unknown): unknown {
  return value === noValue ? undefined : value;
}

function onlyEntry(value: unknown): [string, unknown] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0] : undefined;
}

/** `["Pool", "Arn"]` or `"Pool.Arn"`; the name of an attribute may itself contain dots. */
function attributePath(argument: unknown): [string, string] {
  if (Array.isArray(argument)) return [text(argument[0]), argument.slice(1).map(text).join('.')];
  const whole = text(argument);
  const dot = whole.indexOf('.');
  if (dot < 1) throw new Error('names no attribute');
  return [whole.slice(0, dot), whole.slice(dot + 1)];
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('wants a list');
  return value;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error('wants a string');
}
