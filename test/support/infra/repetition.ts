import type { Template } from '../../../infra/template/template.ts';

/** What `withoutRepetition` reads: the parts of a template with logical ids. */
type Parts = Pick<Template, 'Resources'> & Partial<Pick<Template, 'Outputs'>>;

/**
 * The templates without what an earlier one has word for word under the same logical id. What the rest refers to stays,
 * so that each of them is complete. A template of which nothing would be left is omitted. For a checker whose time grows
 * with the number of resources, and which judges a resource by itself and by what it refers to.
 */
export function withoutRepetition<T extends Parts>(templates: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return templates.flatMap((template) => {
    const isNew = (entry: [string, unknown]): boolean => !seen.has(JSON.stringify(entry));
    const outputs = Object.entries(template.Outputs ?? {}).filter(isNew);
    const added = Object.entries(template.Resources).filter(isNew);
    for (const entry of [...outputs, ...added]) seen.add(JSON.stringify(entry));
    if (outputs.length + added.length === 0) return [];
    const kept = withMentioned(template.Resources, [outputs, added]);
    const Resources = Object.fromEntries(Object.entries(template.Resources).filter(([id]) => kept.has(id)));
    return [{ ...template, Resources, Outputs: Object.fromEntries(outputs) }];
  });
}

/** The logical ids that stand in a value, and those in their resources, and so on. */
function withMentioned(all: Template['Resources'], value: unknown, kept = new Set<string>()): ReadonlySet<string> {
  for (const id of JSON.stringify(value).match(/\w+/g) ?? []) {
    if (kept.has(id) || !Object.hasOwn(all, id)) continue;
    kept.add(id);
    withMentioned(all, all[id], kept);
  }
  return kept;
}
