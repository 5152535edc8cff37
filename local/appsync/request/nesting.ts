/**
 * Levels of objects and lists that JSON from a caller may have: the default of Jackson, the JSON parser of AppSync's
 * platform. It also lies far below the depth at which recursive code in this process would run out of stack.
 * @see docs/aws-behaviour/appsync.md#appsync.limits.nesting
 */
const jsonNestingLimit = 1_000;

/** Whether parsed JSON has more levels of objects and lists than that. Takes any depth. */
export function isNestedTooDeeply(json: unknown): boolean {
  let level = [json].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === jsonNestingLimit) return true;
    level = level.flatMap((value) => Object.values(value).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
