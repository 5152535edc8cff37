import type { MutationResolvers, QueryResolvers } from '../generated/schema.ts';

type Resolvers = Required<QueryResolvers> & Required<MutationResolvers>;

/** A root field of the schema. */
export type Field = keyof Resolvers;

/** The operation behind a root field: a function of the field's arguments and of what its Lambda function offers. */
export type FieldOperation<F extends Field, Context> = (
  args: Parameters<Resolver<F>>[0],
  context: Context,
) => ReturnType<Resolver<F>>;

type Resolver<F extends Field> = Extract<Resolvers[F], (...args: never) => unknown>;

/** Exactly these fields: a missing one, or one of another function, does not compile. */
export type Operations<F extends Field, Context> = { readonly [K in F]: FieldOperation<K, Context> } & {
  readonly [K in Exclude<Field, F>]?: never;
};
