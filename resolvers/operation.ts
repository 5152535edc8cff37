/** What an operation may use besides its arguments. */
export interface RequestContext {
  readonly placeholder?: never;
}

/** One GraphQL field, as a function of its arguments. */
export type Operation<TResult, _TParent, TContext, TArgs> = (args: TArgs, context: TContext) => Promise<TResult>;
