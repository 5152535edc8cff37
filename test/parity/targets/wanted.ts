/** The path of the first wanted value that is not there; undefined where all are. Lists count as sets. */
export function lacks(wanted: unknown, actual: unknown, path = ''): string | undefined {
  if (Array.isArray(wanted)) {
    const has = (each: unknown): boolean => Array.isArray(actual) && actual.some((one) => lacks(each, one) === undefined);
    return Array.isArray(actual) && actual.length === wanted.length && wanted.every(has) ? undefined : path || 'the list';
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === actual ? undefined : path || 'the value';
  if (typeof actual !== 'object' || actual === null) return Object.keys(wanted).length === 0 ? undefined : path || 'the value';
  const members: Readonly<Record<string, unknown>> = { ...actual };
  for (const [name, each] of Object.entries(wanted)) {
    const found = lacks(each, members[name], path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
