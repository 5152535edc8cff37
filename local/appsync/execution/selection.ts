import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

interface Operation {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/**
 * `ctx.info.selectionSetList`: the selected fields depth first, by response key, as `a` and `a/b`, with fragments
 * expanded.
 */
export function selectionSetList(fields: readonly FieldNode[], operation: Operation): string[] {
  const found = new Set<string>();
  for (const field of fields) collect(field.selectionSet, '', operation, found);
  return [...found];
}

/** `ctx.info.selectionSetGraphQL`: the selection as text, with its braces. */
export function selectionSetGraphQL(fields: readonly FieldNode[]): string {
  const selections = fields.flatMap((field) => field.selectionSet?.selections ?? []);
  return selections.length === 0 ? '' : print({ kind: Kind.SELECTION_SET, selections });
}

/** Of its `data`, `util.error` shows only what the query selects. A value without a selection is shown whole. */
export function pickSelected(data: unknown, fields: readonly FieldNode[], operation: Operation): unknown {
  if (Array.isArray(data)) return data.map((item) => pickSelected(item, fields, operation));
  if (typeof data !== 'object' || data === null) return data;
  const selected = fields.flatMap((field) => flatten(field.selectionSet, operation));
  if (selected.length === 0) return data;
  const picked: Record<string, unknown> = {};
  for (const field of selected) {
    const value = new Map(Object.entries(data)).get(field.name.value);
    picked[field.alias?.value ?? field.name.value] = pickSelected(value ?? null, [field], operation);
  }
  return picked;
}

function collect(selectionSet: SelectionSetNode | undefined, prefix: string, operation: Operation, found: Set<string>): void {
  for (const field of flatten(selectionSet, operation)) {
    const path = `${prefix}${field.alias?.value ?? field.name.value}`;
    found.add(path);
    collect(field.selectionSet, `${path}/`, operation, found);
  }
}

function flatten(selectionSet: SelectionSetNode | undefined, operation: Operation): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (!isIncluded(selection, operation)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return flatten(selection.selectionSet, operation);
    return flatten(operation.fragments[selection.name.value]?.selectionSet, operation);
  });
}

function isIncluded(selection: SelectionNode, { variableValues }: Operation): boolean {
  if ((selection.directives ?? []).length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}
