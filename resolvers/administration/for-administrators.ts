import type { AdminField } from '../call/fields.ts';
import type { Operations } from '../call/operation.ts';
import { isObject } from '../input/reader.ts';
import { requireAdministrator } from './administrator.ts';
import type { AdminContext, TargetContext } from './contexts.ts';
import { freshAdministration } from './fresh-administration.ts';
import { findTarget } from './target.ts';

type AnyOperation = (args: unknown, context: AdminContext) => Promise<unknown>;

const fresh: ReadonlySet<string> = new Set(freshAdministration);

/**
 * The same operations, but the caller is checked first, so that no operation can forget it. The user that an operation
 * is about is looked up only after that, so that only administrators learn whether there is such a user.
 */
export function forAdministrators(operations: Operations<AdminField, TargetContext>): Operations<AdminField, AdminContext> {
  const guarded = Object.entries(operations).map(([field, operation]): [string, AnyOperation] => [
    field,
    async (args, context) => {
      await requireAdministrator(context, fresh.has(field));
      const username = field === 'adminCreateUser' ? undefined : usernameIn(args);
      const target = username === undefined ? {} : { target: await findTarget(context, username) };
      // Each operation has its own arguments; those about a user have a `username`.
      return (operation as AnyOperation)(args, { ...context, ...target });
    },
  ]);
  return Object.fromEntries(guarded) as Operations<AdminField, AdminContext>; // by the same names
}

function usernameIn(args: unknown): string | undefined {
  if (!isObject(args)) return undefined;
  const { username } = isObject(args['input']) ? args['input'] : args;
  return typeof username === 'string' ? username : undefined;
}
