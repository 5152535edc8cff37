import type { z } from 'zod';

/** What the documentation tells of a setting, besides its default and its range, which stand in its schema. */
export interface Meaning {
  /** What it says, in full sentences. */
  readonly is: string;
  /** What its number counts, in the plural: `days`. */
  readonly unit?: string;
  /** Where in the template it ends up, as `AWS::Type.Property`; or what it steers where that is no property. */
  readonly becomes: string;
  /** Why it changes nothing on a laptop. Left out where it does. */
  readonly laptop?: string;
}

/** A setting with its meaning; `docs/configuration.md` is made of it. */
export function setting<Schema extends z.ZodType>(schema: Schema, { is, unit, becomes, laptop }: Meaning): Schema {
  return schema.meta({
    description: is,
    becomes,
    ...(unit !== undefined && { unit }),
    ...(laptop !== undefined && { laptop }),
  });
}
