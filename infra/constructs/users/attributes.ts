import { ClientAttributes, type ICustomAttribute, type StandardAttributes } from 'aws-cdk-lib/aws-cognito';
import type { Settings } from '../../settings/stage.ts';

/** A standard attribute with Cognito's name. */
type StandardAttributeName = Settings['signUp']['requiredAttributes'][number];

/** Cognito's names and those of the CDK. */
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

/** Every attribute of the pool, and the two flags that say whether an address is verified. */
export function readableAttributes({ customAttributes }: Settings['signUp']): ClientAttributes {
  return new ClientAttributes()
    .withStandardAttributes({
      ...Object.fromEntries(Object.values(cdkNames).map((name) => [name, true])),
      emailVerified: true,
      phoneNumberVerified: true,
    })
    .withCustomAttributes(...Object.keys(customAttributes));
}

/**
 * Only the named attributes. If the list were left out, it would mean all of them, including custom attributes.
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.unlisted
 */
export function writableAttributes({ writableAttributes: names }: Settings['signUp']): ClientAttributes {
  const isStandard = (name: string): name is StandardAttributeName => Object.hasOwn(cdkNames, name);
  return new ClientAttributes()
    .withStandardAttributes(Object.fromEntries(names.filter(isStandard).map((name) => [cdkNames[name], true])))
    .withCustomAttributes(...names.filter((name) => !isStandard(name)).map((name) => name.slice('custom:'.length)));
}

export function requiredAttributes({ requiredAttributes: names }: Settings['signUp']): StandardAttributes {
  return Object.fromEntries(names.map((name) => [cdkNames[name], { required: true, mutable: true }]));
}

/** The stage's own attributes, by name. This bypasses the CDK's classes, which treat a bound of 0 as no bound. */
export function customAttributes({ customAttributes: own }: Settings['signUp']): Record<string, ICustomAttribute> {
  return Object.fromEntries(Object.entries(own).map(([name, attribute]) => [name, { bind: () => configOf(attribute) }]));
}

function configOf({ type, minimum, maximum, mutable }: Settings['signUp']['customAttributes'][string]) {
  const bounded = minimum !== null || maximum !== null;
  return {
    dataType: type,
    mutable,
    ...(bounded &&
      type === 'String' && {
        stringConstraints: { ...(minimum !== null && { minLen: minimum }), ...(maximum !== null && { maxLen: maximum }) },
      }),
    ...(bounded &&
      type === 'Number' && {
        numberConstraints: { ...(minimum !== null && { min: minimum }), ...(maximum !== null && { max: maximum }) },
      }),
  };
}
