/** The texts of what is broken. */
export function problems(checks: Record<string, unknown>): string[] {
  return Object.entries(checks).flatMap(([text, broken]) => (broken ? [text] : []));
}
