import * as sdk from '@aws-sdk/client-cognito-identity-provider';

/** A schema of the SDK, as `StaticSchema` of @smithy/types has it. */
type Schema = number | string | readonly unknown[] | (() => Schema);

const [listKind, structureKind] = [1, 3];
const inputAt = 4;

/** The members of an operation's input, down to the last: `Policies.PasswordPolicy.MinimumLength`, `Schema[].Name`. */
export function inputMembers(operation: string): string[] {
  const schemas: Readonly<Record<string, unknown>> = { ...sdk };
  const schema = schemas[`${operation}$`];
  if (!Array.isArray(schema)) throw new Error(`The service model has no operation ${operation}.`);
  return members(schema[inputAt] as Schema, '');
}

function members(schema: Schema, path: string): string[] {
  if (typeof schema === 'function') return members(schema(), path);
  if (typeof schema === 'number' || typeof schema === 'string') return [path];
  const [kind, , , , names, schemas] = schema;
  // A member with traits of its own.
  if (typeof kind !== 'number') return members(kind as Schema, path);
  if (kind === listKind) return members(names as Schema, `${path}[]`);
  if (kind !== structureKind) return [path];
  return (names as readonly string[]).flatMap((name, at) =>
    members((schemas as readonly Schema[])[at] as Schema, path === '' ? name : `${path}.${name}`),
  );
}

export const authFlows: readonly string[] = Object.values(sdk.AuthFlowType);
export const challengeNames: readonly string[] = Object.values(sdk.ChallengeNameType);
