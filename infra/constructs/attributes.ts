import { ClientAttributes, type StandardAttributes } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from '../settings/stage.ts';

/** A standard attribute in Cognito's word. */
export type StandardAttributeName = Settings['signUp']['requiredAttributes'][number];

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
} as const satisfies Record<StandardAttributeName, keyof StandardAttributes>;

/** Every attribute of the pool, and the two flags that tell whether an address is verified. */
export function readableAttributes({ customAttributes }: Settings['signUp']): ClientAttributes {
  return new ClientAttributes()
    .withStandardAttributes({
      ...Object.fromEntries(Object.values(cdkNames).map((name) => [name, true])),
      emailVerified: true,
      phoneNumberVerified: true,
    })
    .withCustomAttributes(...Object.keys(customAttributes));
}

/** Just the named ones: a list left out would mean all of them, custom attributes included. */
export function writableAttributes({ writableAttributes: names }: Settings['signUp']): ClientAttributes {
  const isStandard = (name: string): name is StandardAttributeName => Object.hasOwn(cdkNames, name);
  return new ClientAttributes()
    .withStandardAttributes(Object.fromEntries(names.filter(isStandard).map((name) => [cdkNames[name], true])))
    .withCustomAttributes(...names.filter((name) => !isStandard(name)).map((name) => name.slice('custom:'.length)));
}

export function requiredAttributes({ requiredAttributes: names }: Settings['signUp']): StandardAttributes {
  return Object.fromEntries(names.map((name) => [cdkNames[name], { required: true, mutable: true }]));
}
