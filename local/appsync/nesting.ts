/**
 * Levels of objects and lists that JSON from a caller may have. AppSync does not document its limit; this one is the
 * default of Jackson, the JSON parser of its platform
 * (https://javadoc.io/doc/com.fasterxml.jackson.core/jackson-core/latest/com/fasterxml/jackson/core/StreamReadConstraints.html).
 * It also lies far below the depth at which recursive code in this process would run out of stack.
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
