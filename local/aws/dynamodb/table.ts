/** A table of the stack. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  /** The attributes of the key, and the type that each must have. */
  readonly key: ReadonlyMap<string, string>;
  /** The attribute that contains the expiry of an item in seconds; null if there is none. */
  readonly timeToLive: string | null;
}
