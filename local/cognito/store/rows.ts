import type { SQLInputValue, StatementSync } from 'node:sqlite';

/** The one row of a statement, or undefined. `Row` repeats the columns of the statement; the tables are STRICT. */
export function one<Row>(statement: StatementSync, ...values: SQLInputValue[]): Row | undefined {
  return statement.get(...values) as Row | undefined;
}

export function all<Row>(statement: StatementSync, ...values: SQLInputValue[]): Row[] {
  return statement.all(...values) as Row[];
}
