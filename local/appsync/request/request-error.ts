/**
 * An error before any field was executed. AppSync gives it neither a type nor info. Its keys are in AppSync's order.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.validation
 */
export interface RequestError {
  readonly path: null;
  readonly locations: readonly Location[] | null;
  readonly message: string;
}

export interface Location {
  readonly line: number;
  readonly column: number;
  readonly sourceName: null;
}

type Position = { readonly line: number; readonly column: number };

export function requestError(message: string, positions: readonly Position[] | undefined): RequestError {
  return { path: null, locations: positions === undefined ? null : positions.map(toLocation), message };
}

export function toLocation({ line, column }: Position): Location {
  return { line, column, sourceName: null };
}
