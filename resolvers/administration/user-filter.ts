import { invalidInput } from '../errors/auth-error.ts';
import { type InputMaybe, UserStatus } from '../generated/schema.ts';
import { isKnown } from '../input/known.ts';

const MOST_CHARACTERS = 256;
const searchable = [
  'username',
  'sub',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'cognito:user_status',
  'status',
] as const;

/**
 * The name, the operator, and the value in quotation marks. A backslash escapes quotation marks and backslashes in the
 * value.
 */
const form = /^\s*(?:"([\w:]+)"|([\w:]+))\s*(\^=|=)\s*"((?:[^"\\]|\\["\\])*)"\s*$/;

/**
 * The filter of ListUsers; undefined for none. Cognito's own refusals do not say what is wrong with a filter, and for
 * an unknown state it finds nobody.
 * @throws AuthError `INVALID_INPUT` that says what is wrong.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.filter
 */
export function readFilter(filter: InputMaybe<string>): string | undefined {
  if (filter === null || filter === undefined || filter.trim() === '') return undefined;
  if (filter.length > MOST_CHARACTERS) throw wrong(`\`filter\` must hold at most ${MOST_CHARACTERS} characters.`);
  const parts = form.exec(filter);
  if (parts === null) {
    throw wrong('`filter` must have the form `email = "ann@example.com"`, or `given_name ^= "An"` for a beginning.');
  }
  const [, quotedName, bareName = '', operator, value = ''] = parts;
  const name = quotedName ?? bareName;
  if (!searchable.some((attribute) => attribute === name)) {
    const isCustom = name.startsWith('custom:');
    throw wrong(
      `\`filter\` cannot search by ${isCustom ? 'attributes of your own' : 'this attribute'}, only by ${searchable.join(', ')}.`,
    );
  }
  if (operator === '=') refuseUnknownState(name, value);
  return filter;
}

function refuseUnknownState(name: string, value: string): void {
  if (name === 'status' && value !== 'Enabled' && value !== 'Disabled') {
    throw wrong('In `filter`, `status` is "Enabled" or "Disabled".');
  }
  if (name === 'cognito:user_status' && !isKnown(UserStatus, value.toUpperCase())) {
    throw wrong(`In \`filter\`, \`cognito:user_status\` is one of ${Object.values(UserStatus).join(', ')}.`);
  }
}

function wrong(message: string) {
  return invalidInput('filter', message);
}
