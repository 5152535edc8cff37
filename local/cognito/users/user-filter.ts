import type { User } from '../store/users/user-store.ts';
import { invalidParameter } from '../wire/errors.ts';

/** What ListUsers can search for. Custom attributes cannot be searched. */
const searchable: Readonly<Record<string, (user: User) => string | undefined>> = {
  username: ({ username }) => username,
  sub: ({ sub }) => sub,
  'cognito:user_status': ({ status }) => status,
  status: ({ enabled }) => (enabled ? 'Enabled' : 'Disabled'),
  ...Object.fromEntries(
    ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map((name) => [
      name,
      ({ attributes }: User) => attributes[name],
    ]),
  ),
};

/**
 * Reads `name = "value"` or `name ^= "beginning"`. An empty filter accepts all users. Throws InvalidParameterException.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html
 */
export function userFilter(filter = ''): (user: User) => boolean {
  if (filter.trim() === '') return () => true;
  const parts = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter);
  if (!parts) throw invalidParameter('Error while parsing filter.');
  const [, name = '', operator, quoted = ''] = parts;
  if (!Object.hasOwn(searchable, name)) throw invalidParameter(`Invalid search attribute: ${name}`);
  const value = quoted.replaceAll(/\\(.)/g, '$1');
  // Upper and lower case differ, except for the status of an account (API_ListUsers).
  const form = name === 'cognito:user_status' ? (text: string) => text.toLowerCase() : (text: string) => text;
  return (user) => {
    const actual = searchable[name]?.(user);
    if (actual === undefined) return false;
    return operator === '=' ? form(actual) === form(value) : form(actual).startsWith(form(value));
  };
}
