import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A seed file that cannot be used. The message names the file and the entry. */
class SeedError extends Error {
  override readonly name = 'SeedError';
}

// A secret of at least 128 bits, as RFC 4226 §4 requires.
const base32 = /^[A-Z2-7]{26,}$/;

const user = z.strictObject({
  username: z.string().min(1),
  /** Permanent, except with FORCE_CHANGE_PASSWORD, where it is the temporary one. It must meet the stage's policy. */
  password: z.string().min(1),
  status: z.enum(['UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']).default('CONFIRMED'),
  enabled: z.boolean().default(true),
  /** Verified, unless `attributes` say otherwise or the user is UNCONFIRMED. */
  email: z.string().optional(),
  /** The same as for `email`. */
  phoneNumber: z.string().optional(),
  attributes: z.record(z.string(), z.string()).default({}),
  /** Base32. Registers an authenticator app with this secret, whose code is asked for at each sign-in. */
  totpSecret: z.string().regex(base32, { error: 'be Base32 of at least 26 letters (A to Z, 2 to 7)' }).optional(),
  groups: z.array(z.string().min(1)).default([]),
  /** What the user demonstrates, in a few words. */
  shows: z.string().default(''),
});

const file = z.strictObject({ $comment: z.string().optional(), users: z.array(user) });

/** A user as the file describes them, with every default. */
export type SeedUser = z.infer<typeof user>;

/** Reads and checks the file. Throws `SeedError`. */
export function readSeedFile(path: string): readonly SeedUser[] {
  const written = parse(path, read(path));
  const result = file.safeParse(written, { error: expectation });
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${nameOf(issue.path, written)} must ${issue.message}.`);
    throw new SeedError(`${path} does not describe seed users: ${problems.join(' ')}`);
  }
  const { users } = result.data;
  const twice = users.find(({ username }, index) => users.findIndex((other) => sameName(other.username, username)) < index);
  if (twice) throw new SeedError(`${path} does not describe seed users: ${JSON.stringify(twice.username)} is there twice.`);
  return users;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SeedError(`${path} cannot be read. It describes the seed users; SEED_FILE names another one.`, { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SeedError(`${path} is no JSON.`, { cause });
  }
}

/**
 * The end of a sentence that begins with the entry's name and `must`. It contains no value, which may be a password.
 */
const expectation: z.core.$ZodErrorMap = (issue) => {
  const end = expectations[issue.code]?.(issue) ?? 'be something else';
  return issue.input === undefined && issue.code === 'invalid_type' ? `${end}; it is missing` : end;
};

const kinds = new Map([
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'texts by name'],
]);

const expectations: Readonly<Record<string, (issue: z.core.$ZodRawIssue) => string>> = {
  invalid_type: ({ expected }) => `be ${kinds.get(String(expected)) ?? String(expected)}`,
  invalid_value: ({ values }) => `be one of ${(values as string[]).join(', ')}`,
  too_small: () => 'not be empty',
  unrecognized_keys: ({ keys }) => `not have ${(keys as string[]).join(', ')}`,
};

/** `users[2] ("anna").status`. */
function nameOf(path: readonly PropertyKey[], written: unknown): string {
  const [list, index, ...rest] = path;
  if (list === undefined) return 'It';
  if (index === undefined) return String(list);
  const entry: unknown = Reflect.get(Object(Reflect.get(Object(written), list)), index);
  const username: unknown = Reflect.get(Object(entry), 'username');
  const named = typeof username === 'string' ? ` (${JSON.stringify(username)})` : '';
  return `${String(list)}[${String(index)}]${named}${rest.map((part) => `.${String(part)}`).join('')}`;
}

/** Compares names as the pools of this project do. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
