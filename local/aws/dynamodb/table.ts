/** A table of the stack. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  /** The attributes of the key, and which type each must have. */
  readonly key: ReadonlyMap<string, string>;
  /** The attribute that tells in seconds when an item expires; null where none does. */
  readonly timeToLive: string | null;
}
