import { digits, randomString } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import type { PoolSettings } from '../settings/pool.ts';
import { CognitoError } from '../wire/errors.ts';

type Policy = PoolSettings['Policies']['PasswordPolicy'];

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = 'abcdefghijklmnopqrstuvwxyz';
// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html; a blank counts inside a password.
// @see docs/aws-behaviour/cognito-users.md#cognito.passwords.white-space
const symbols = '^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+= ';

const rules: readonly { readonly on: (policy: Policy) => boolean; readonly characters: string; readonly detail: string }[] = [
  { on: (policy) => policy.RequireUppercase, characters: upper, detail: 'uppercase' },
  { on: (policy) => policy.RequireLowercase, characters: lower, detail: 'lowercase' },
  { on: (policy) => policy.RequireNumbers, characters: digits, detail: 'numeric' },
  { on: (policy) => policy.RequireSymbols, characters: symbols, detail: 'symbol' },
];

/**
 * Throws InvalidPasswordException that names the first broken rule. SignUp uses the wording "did not conform with", all
 * other operations "does not conform to".
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.wording
 */
export function checkPassword(policy: Policy, password: string, wording: 'did not conform with' | 'does not conform to'): void {
  const broken = brokenRule(policy, password);
  if (broken) throw new CognitoError('InvalidPasswordException', `Password ${wording} policy: ${broken}`);
}

function brokenRule(policy: Policy, password: string): string | undefined {
  if (password.length < policy.MinimumLength) return 'Password not long enough';
  const characters = [...password];
  const missing = rules.find((rule) => rule.on(policy) && !characters.some((character) => rule.characters.includes(character)));
  return missing && `Password must have ${missing.detail} characters`;
}

/** A temporary password for any policy: one character of each kind and enough others, shuffled. */
export function generatePassword(policy: Policy, world: World): string {
  const kinds = [upper, lower, digits, '!@#$%*?'];
  const length = Math.max(policy.MinimumLength, 12) - kinds.length;
  const characters = [...kinds.map((kind) => randomString(world, kind, 1)), ...randomString(world, kinds.join(''), length)];
  // Fisher–Yates with unbiased random indices.
  for (let last = characters.length - 1; last > 0; last--) {
    const fair = 256 - (256 % (last + 1));
    let byte = 256;
    while (byte >= fair) byte = world.randomBytes(1).readUInt8();
    const other = byte % (last + 1);
    const moved = characters.splice(other, 1, characters[last] ?? '');
    characters.splice(last, 1, ...moved);
  }
  return characters.join('');
}
