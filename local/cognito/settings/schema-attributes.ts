import { invalidParameter } from '../wire/errors.ts';
import { boolean, type Input, list, oneOf, required, string, structure } from '../wire/members.ts';

const members = {
  Name: required(string({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' })),
  AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
  DeveloperOnlyAttribute: boolean,
  Mutable: boolean,
  Required: boolean,
  NumberAttributeConstraints: structure({ MinValue: string(), MaxValue: string() }),
  StringAttributeConstraints: structure({ MinLength: string(), MaxLength: string() }),
};

/** As in CreateUserPool and the template's `Schema`: custom names without `custom:`, and bounds as strings. */
export const schemaInput = list(structure(members), 50);
/** As in AddCustomAttributes. */
export const customAttributesInput = list(structure(members), 25, 1);

/** An attribute of a pool with its full name. */
export type SchemaAttribute = Input<typeof members> & {
  readonly AttributeDataType: string;
  readonly Mutable: boolean;
  readonly Required: boolean;
  /** Added after the pool was made; a template that does not know it keeps it. Only stored, never shown. */
  readonly isAdded?: true;
};

/** @see docs/aws-behaviour/cognito-settings.md#cognito.pool.too-many */
const customAttributesPerPool = 50;

/**
 * The pool's whole schema: Cognito's standard attributes with the changes in `given`, then the custom ones. Throws
 * InvalidParameterException, with the service's text, for what the service refuses.
 */
export function fullSchema(given: readonly Input<typeof members>[]): SchemaAttribute[] {
  const overrides = new Map(given.map((attribute) => [attribute.Name, attribute]));
  const names = new Set(standardSchema.map(({ Name }) => Name));
  return [
    ...standardSchema.map((standard) => standardAttribute(standard, overrides.get(standard.Name))),
    ...given.filter(({ Name }) => !names.has(Name)).map(customAttribute),
  ];
}

/**
 * The schema with more custom attributes, which are judged like those of a new pool. Throws InvalidParameterException
 * for a name that is taken and beyond the quota.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-schema
 */
export function withCustomAttributes(
  schema: readonly SchemaAttribute[],
  given: readonly Input<typeof members>[],
): SchemaAttribute[] {
  const extended = [...schema];
  for (const each of given) {
    const attribute = { ...customAttribute(each), isAdded: true as const };
    if (extended.some(({ Name }) => Name === attribute.Name)) {
      throw invalidParameter(`custom:${each.Name}: Existing attribute already has name ${attribute.Name}.`);
    }
    extended.push(attribute);
  }
  if (extended.filter(({ Name }) => Name.includes(':')).length > customAttributesPerPool) {
    throw invalidParameter(`A user pool has at most ${customAttributesPerPool} custom attributes.`);
  }
  return extended;
}

function standardAttribute(standard: SchemaAttribute, given: Input<typeof members> | undefined): SchemaAttribute {
  const { AttributeDataType } = standard;
  if (given?.DeveloperOnlyAttribute || (given?.AttributeDataType ?? AttributeDataType) !== AttributeDataType) {
    throw invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${standard.Name}`,
    );
  }
  return withBounds({ ...standard, ...given, AttributeDataType });
}

/** A custom attribute is immutable unless it says otherwise. */
function customAttribute(given: Input<typeof members>): SchemaAttribute {
  const { AttributeDataType, DeveloperOnlyAttribute } = given;
  if (!AttributeDataType) {
    throw invalidParameter('Invalid AttributeDataType input, consider using the provided AttributeDataType enum.');
  }
  if (given.Required) throw invalidParameter('Required custom attributes are not supported currently.');
  const Name = `${DeveloperOnlyAttribute ? 'dev:' : ''}custom:${given.Name}`;
  return withBounds({ Mutable: false, Required: false, ...given, AttributeDataType, Name });
}

/** Drops the bounds of other types. Throws for bounds that are not numbers, too high or in the wrong order. */
function withBounds(attribute: SchemaAttribute): SchemaAttribute {
  const { StringAttributeConstraints: text, NumberAttributeConstraints: number, ...rest } = attribute;
  const { Name, AttributeDataType } = rest;
  if (AttributeDataType === 'String') {
    const [least, most] = [text?.MinLength, text?.MaxLength].map((bound) => readBound(bound, /^[0-9]+$/, 'String', Name));
    if (Math.max(least ?? 0, most ?? 0) > 2048) {
      throw invalidParameter(`user.${Name}: String attributes cannot have a length of more than 2048`);
    }
    if (isAbove(least, most)) throw invalidParameter(`user.${Name}: Max length cannot be less than min length.`);
    return { ...rest, StringAttributeConstraints: text ?? {} };
  }
  if (AttributeDataType !== 'Number' || !number) return rest;
  const [least, most] = [number.MinValue, number.MaxValue].map((bound) => readBound(bound, /^-?[0-9]+$/, 'Number', Name));
  if (isAbove(least, most)) throw invalidParameter(`user.${Name}: Max value cannot be less than min value.`);
  return { ...rest, NumberAttributeConstraints: number };
}

function readBound(bound: string | undefined, form: RegExp, type: 'String' | 'Number', name: string): number | undefined {
  if (bound === undefined) return undefined;
  if (!form.test(bound)) throw invalidParameter(`Invalid ${type}AttributeConstraints for schema attribute ${name}`);
  return Number(bound);
}

function isAbove(least: number | undefined, most: number | undefined): boolean {
  return least !== undefined && most !== undefined && least > most;
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
