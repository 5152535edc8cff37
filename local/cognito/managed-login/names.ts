import type { UserPool } from '../store/pool-store.ts';

/** How the pages ask for the name that a user signs in with. */
export function nameLabel({ settings }: UserPool): string {
  const { UsernameAttributes = [], AliasAttributes } = settings;
  if (UsernameAttributes.length > 0) return words(UsernameAttributes);
  return AliasAttributes.length > 0 ? words(['username', ...AliasAttributes]) : 'User name';
}

/** How the pages ask for the name of a new user. */
export function newNameLabel({ settings: { UsernameAttributes = [] } }: UserPool): string {
  return UsernameAttributes.length > 0 ? words(UsernameAttributes) : 'User name';
}

/** The required attributes, and those that a code for the confirmation goes to, except one that is the name itself. */
export function attributesToAsk({ settings }: UserPool): string[] {
  const { SchemaAttributes, AutoVerifiedAttributes, UsernameAttributes = [] } = settings;
  const required = SchemaAttributes.filter(({ Name, Required }) => Required && Name !== 'sub').map(({ Name }) => Name);
  const byName: readonly string[] = UsernameAttributes;
  const contacts = byName.length > 0 ? [] : AutoVerifiedAttributes;
  return [...new Set([...required, ...contacts])].filter((name) => !(byName.length === 1 && byName.includes(name)));
}

export function attributeLabel(name: string): string {
  return labels.get(name) ?? name.replace(/^custom:/, '').replaceAll('_', ' ');
}

export function attributeType(name: string): 'email' | 'tel' | 'date' | 'text' {
  if (name === 'email') return 'email';
  if (name === 'phone_number') return 'tel';
  return name === 'birthdate' ? 'date' : 'text';
}

const labels = new Map([
  ['username', 'User name'],
  ['preferred_username', 'User name'],
  ['email', 'E-mail address'],
  ['phone_number', 'Phone number'],
  ['given_name', 'First name'],
  ['family_name', 'Last name'],
  ['name', 'Full name'],
  ['birthdate', 'Date of birth'],
]);

function words(names: readonly string[]): string {
  const [first = '', ...others] = new Set(names.map(attributeLabel));
  return [first, ...others.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(' or ');
}
