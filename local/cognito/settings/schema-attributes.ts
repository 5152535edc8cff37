import { invalidParameter } from '../errors.ts';
import { boolean, type Input, list, oneOf, required, string, structure } from '../members.ts';

const members = {
  Name: required(string({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' })),
  AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
  DeveloperOnlyAttribute: boolean,
  Mutable: boolean,
  Required: boolean,
  NumberAttributeConstraints: structure({ MinValue: string(), MaxValue: string() }),
  StringAttributeConstraints: structure({ MinLength: string(), MaxLength: string() }),
};

/** As CreateUserPool and the template's `Schema` have it: custom names come without `custom:`, bounds as strings. */
export const schemaInput = list(structure(members), 50);

/** An attribute of a pool under its full name. */
export type SchemaAttribute = Input<typeof members> & {
  readonly AttributeDataType: string;
  readonly Mutable: boolean;
  readonly Required: boolean;
};

/** The pool's whole schema: Cognito's standard attributes as `given` overrides them, then the custom ones. */
export function fullSchema(given: readonly Input<typeof members>[]): SchemaAttribute[] {
  const overrides = new Map(given.map((attribute) => [attribute.Name, attribute]));
  const names = new Set(standardSchema.map(({ Name }) => Name));
  return [
    ...standardSchema.map((standard) => ({
      ...standard,
      ...overrides.get(standard.Name),
      AttributeDataType: standard.AttributeDataType,
    })),
    ...given.filter(({ Name }) => !names.has(Name)).map(customAttribute),
  ];
}

/** A custom attribute is immutable unless it says otherwise. */
function customAttribute(given: Input<typeof members>): SchemaAttribute {
  if (given.Required) throw invalidParameter('Required custom attributes are not supported currently.');
  return {
    AttributeDataType: 'String',
    Mutable: false,
    Required: false,
    ...given,
    Name: `${given.DeveloperOnlyAttribute ? 'dev' : 'custom'}:${given.Name}`,
  };
}

const text = (Name: string, MinLength = 0, MaxLength = 2048): SchemaAttribute => ({
  Name,
  AttributeDataType: 'String',
  Mutable: true,
  Required: false,
  StringAttributeConstraints: { MinLength: String(MinLength), MaxLength: String(MaxLength) },
});
const flag = (Name: string): SchemaAttribute => ({ Name, AttributeDataType: 'Boolean', Mutable: true, Required: false });

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
const standardSchema: readonly SchemaAttribute[] = [
  { ...text('sub', 1), Mutable: false, Required: true },
  text('name'),
  text('given_name'),
  text('family_name'),
  text('middle_name'),
  text('nickname'),
  text('preferred_username'),
  text('profile'),
  text('picture'),
  text('website'),
  text('email'),
  flag('email_verified'),
  text('gender'),
  text('birthdate', 10, 10),
  text('zoneinfo'),
  text('locale'),
  text('phone_number'),
  flag('phone_number_verified'),
  text('address'),
  {
    Name: 'updated_at',
    AttributeDataType: 'Number',
    Mutable: true,
    Required: false,
    NumberAttributeConstraints: { MinValue: '0' },
  },
];
