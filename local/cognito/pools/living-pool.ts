import { StartError } from '../../world/start-error.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { SchemaAttribute } from '../settings/schema-attributes.ts';
import type { UserPool } from '../store/pool-store.ts';

/**
 * A template that changes what an existing pool cannot change, so that its users would be lost. The message has the
 * remedy.
 */
class LivingPoolError extends StartError {
  override readonly name = 'LivingPoolError';
}

/**
 * Throws LivingPoolError for settings that Cognito cannot change once a pool exists: what users sign in with, whether
 * case matters, and the existing attributes. Attributes can be added.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-names
 */
export function refuseImmutable({ settings: before }: UserPool, after: PoolSettings, logicalId: string): void {
  const changes = [
    change('AliasAttributes', before.AliasAttributes.toSorted(), after.AliasAttributes.toSorted()),
    change('UsernameAttributes', before.UsernameAttributes.toSorted(), after.UsernameAttributes.toSorted()),
    change('UsernameConfiguration', before.UsernameConfiguration, after.UsernameConfiguration),
    ...before.SchemaAttributes.map((attribute) => {
      const { Name } = attribute;
      const other = after.SchemaAttributes.find((candidate) => candidate.Name === Name);
      return change(`Schema of ${Name}`, shapeOf(attribute), other && shapeOf(other));
    }),
  ].filter((text) => text !== undefined);
  if (changes.length === 0) return;
  throw new LivingPoolError(
    `The user pool ${logicalId} has users, and its template changes what Cognito never changes on a living pool: ${changes.join('; ')}. ` +
      'Take the change back; or begin with an empty pool: `rm -r .local` (the folder that DATA_DIR names), or set DATA_DIR to another folder.',
  );
}

function change(what: string, before: unknown, after: unknown): string | undefined {
  const [was, becomes] = [JSON.stringify(before), JSON.stringify(after) ?? 'absent'];
  return was === becomes ? undefined : `${what} was ${was} and would be ${becomes}`;
}

/** The immutable part of an attribute. The bounds of a standard attribute are Cognito's own. */
function shapeOf({ Name, AttributeDataType, Mutable, Required, ...rest }: SchemaAttribute): unknown {
  if (!Name.includes(':')) return { Required, Mutable };
  const { MinLength, MaxLength } = rest.StringAttributeConstraints ?? {};
  const { MinValue, MaxValue } = rest.NumberAttributeConstraints ?? {};
  // Bounds that belong to another type, which an older version stored, have no meaning.
  if (AttributeDataType === 'String') return { AttributeDataType, Mutable, MinLength, MaxLength };
  return AttributeDataType === 'Number' ? { AttributeDataType, Mutable, MinValue, MaxValue } : { AttributeDataType, Mutable };
}
