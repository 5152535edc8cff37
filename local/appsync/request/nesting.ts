/**
 * Levels of objects and lists that a caller's JSON may have: the default of Jackson, the JSON parser of AppSync's
 * platform. It is also far below the depth at which recursive code in this process would exhaust the stack.
 * @see docs/aws-behaviour/appsync.md#appsync.limits.nesting
 */
const jsonNestingLimit = 1_000;

/** Whether parsed JSON exceeds that limit. Works for any depth. */
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
