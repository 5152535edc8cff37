import { ClientAttributes, type StandardAttributes } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from '../settings/settings.ts';

/** A standard attribute in Cognito's word. */
export type AttributeName = Settings['signUp']['writableAttributes'][number];

/** Cognito's word → the CDK's. */
const cdkNames = {
  address: 'address',
  birthdate: 'birthdate',
  email: 'email',
  family_name: 'familyName',
  gender: 'gender',
  given_name: 'givenName',
  locale: 'locale',
  middle_name: 'middleName',
  name: 'fullname',
  nickname: 'nickname',
  phone_number: 'phoneNumber',
  picture: 'profilePicture',
  preferred_username: 'preferredUsername',
  profile: 'profilePage',
  website: 'website',
  zoneinfo: 'timezone',
} as const satisfies Record<AttributeName, keyof StandardAttributes>;

/** Every standard attribute, and the two flags that tell whether an address is verified. */
export function readableAttributes(): ClientAttributes {
  return new ClientAttributes().withStandardAttributes({
    ...Object.fromEntries(Object.values(cdkNames).map((name) => [name, true])),
    emailVerified: true,
    phoneNumberVerified: true,
  });
}

/** Just the named ones: a list left out would mean all of them, custom attributes included. */
export function writableAttributes(names: readonly AttributeName[]): ClientAttributes {
  return new ClientAttributes().withStandardAttributes(Object.fromEntries(names.map((name) => [cdkNames[name], true])));
}

export function requiredAttributes(names: readonly AttributeName[]): StandardAttributes {
  return Object.fromEntries(names.map((name) => [cdkNames[name], { required: true, mutable: true }]));
}
