import type { $ZodIssue } from 'zod/v4/core';
import { ConfigurationError } from '../../errors/configuration-error.ts';
import { allowedAt } from '../describe.ts';
import { refusals } from '../rules/refusals.ts';
import { type Settings, type SettingsInput, stageSchema } from '../stage.ts';
import { expand } from './expand.ts';

/**
 * The settings with every default filled in.
 * @param heading the first line of the error, which then lists each wrong setting, the allowed values and its value.
 * @param isLaptop whether the settings are only for a laptop, where developers pay for the language model themselves.
 * @throws ConfigurationError
 */
export function parseSettings(written: SettingsInput, heading = 'The settings are invalid:', isLaptop = false): Settings {
  const parsed = stageSchema.safeParse(expand(written));
  if (!parsed.success) {
    throw new ConfigurationError(
      heading,
      parsed.error.issues.map((issue) => sentence(issue, written)),
    );
  }
  const refused = refusals(parsed.data, isLaptop);
  if (refused.length > 0) {
    throw new ConfigurationError(
      heading,
      refused.map(({ path, message }) => `${path.join('.')} must ${message}; ${found(path, valueAt(parsed.data, path))}.`),
    );
  }
  return parsed.data;
}

/** `api.depthLimit must be at most 75; it is 99.` */
function sentence(issue: $ZodIssue, written: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((key) => [...issue.path, key].join('.')).join(', ');
    return `${unknown} is not a setting; ${issue.path.join('.') || 'a stage'} has ${allowedAt(issue.path).members.join(', ')}.`;
  }
  if (issue.code === 'invalid_key') {
    const [reason] = issue.issues;
    return `${issue.path.slice(0, -1).join('.')} must have keys that each ${reason ? expectation(reason) : 'are names'}; one is ${JSON.stringify(issue.path.at(-1))}.`;
  }
  const value = valueAt(written, issue.path);
  const { format } = value === undefined ? allowedAt(issue.path) : { format: '' };
  const expected = format === '' ? expectation(issue) : formatted(format, format);
  return `${issue.path.map(String).join('.')} must ${expected}; ${found(issue.path, value)}.`;
}

function found(path: readonly PropertyKey[], value: unknown): string {
  if (value === undefined) return 'it is missing';
  return mayBeSecret(path.map(String).join('.'), value) ? 'it is not shown' : `it is ${JSON.stringify(value)}`;
}

/**
 * Whether somebody may have put a key into this setting by mistake. Its value is not shown then, since error texts end
 * up in the logs of pipelines.
 */
function mayBeSecret(path: string, value: unknown): boolean {
  if (isRecord(value)) return path.startsWith('triggers');
  return (
    /^((gpt|protection\.captcha)\.secret(Key)?Arn$|triggers\.\w+\.environment\.)/.test(path) ||
    /^federation\.providers\.[\w.]+\.(clientSecret|privateKey)(Arn)?$/.test(path) ||
    (typeof value === 'string' && /:\/\/[^/]*@/.test(value))
  );
}

function valueAt(settings: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), settings);
}

function expectation(issue: $ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return `be ${kinds.get(issue.expected) ?? issue.expected}`;
    case 'invalid_value':
      return `be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      return formatted(issue.format, issue.message);
    case 'invalid_union':
      return `be ${[...new Set(issue.errors.flat().map((inner) => inner.message))].join(' or ')}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `contain at most ${issue.maximum}`
        : `be at most ${issue.maximum}${ofLength(issue.origin)}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `contain at least ${issue.minimum}`
        : `be at least ${issue.minimum}${ofLength(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** The message of a regular expression is a whole predicate, while the name of a format is a noun. */
function formatted(format: string, message: string): string {
  if (format === 'regex') return message;
  return `be ${article(format === 'url' ? 'https URL' : format)}`;
}

function ofLength(origin: string): string {
  return origin === 'string' ? ' characters long' : '';
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['string', 'a text, in quotes'],
  ['array', 'a list'],
  ['record', 'values by name'],
  ['object', 'a group of settings, such as {}'],
]);

function article(noun: string): string {
  return /^(a[^ws]|[eio]|ARN|AWS|ACM)/i.test(noun) || noun.startsWith('https') ? `an ${noun}` : `a ${noun}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
