import type { z } from 'zod';

/** What the documentation says about a setting, besides its default and range, which the schema contains. */
export interface Meaning {
  /** What the setting means, in full sentences. */
  readonly is: string;
  /** What a number counts, in the plural, such as `days`. */
  readonly unit?: string;
  /** Where it ends up in the template, as `AWS::Type.Property`, or what it controls if that is not a property. */
  readonly becomes: string;
  /** Why it changes nothing on a laptop. Left out if it does. */
  readonly laptop?: string;
}

/** A setting and its meaning. `docs/configuration.md` is generated from both. */
export function setting<Schema extends z.ZodType>(schema: Schema, { is, unit, becomes, laptop }: Meaning): Schema {
  return schema.meta({
    description: is,
    becomes,
    ...(unit !== undefined && { unit }),
    ...(laptop !== undefined && { laptop }),
  });
}
