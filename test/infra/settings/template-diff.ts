import type { Template } from '../../../infra/template/template.ts';

/**
 * What differs between two templates, as sorted lines: `AWS::Type.Property.path` for a property that changed, `+
 * AWS::Type` and `- AWS::Type` for resources that came and went (with their number where there are several),
 * `Output.Name`. Where a type has several resources, the changed one is named by the beginning of its logical id.
 */
export function templateDiff(before: Template, after: Template): string[] {
  const ids = new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)]);
  const changed = new Set<string>();
  const come = new Map<string, number>();
  const gone = new Map<string, number>();
  for (const id of ids) {
    const old = before.Resources[id];
    const next = after.Resources[id];
    if (old === undefined && next !== undefined) come.set(next.Type, (come.get(next.Type) ?? 0) + 1);
    else if (next === undefined && old !== undefined) gone.set(old.Type, (gone.get(old.Type) ?? 0) + 1);
    else if (old !== undefined && next !== undefined) {
      const { Properties: oldProperties, Type, ...oldRest } = old;
      const { Properties: nextProperties, Type: _, ...nextRest } = next;
      for (const path of differences({ ...oldRest, ...oldProperties }, { ...nextRest, ...nextProperties })) {
        changed.add(`${nameOf(Type, id)}.${path}`);
      }
    }
  }
  for (const name of differences(before.Outputs, after.Outputs)) changed.add(`Output.${name}`);
  const counted = (sign: string, counts: ReadonlyMap<string, number>) =>
    [...counts].map(([type, count]) => `${sign} ${type}${count > 1 ? ` × ${count}` : ''}`);
  return [...counted('-', gone), ...counted('+', come), ...changed].toSorted();
}

/** Types of which a stack has several. */
const several = new Set([
  'AWS::Lambda::Function',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::Logs::LogGroup',
  'AWS::AppSync::Resolver',
  'AWS::CloudWatch::Alarm',
]);

function nameOf(type: string, id: string): string {
  return several.has(type)
    ? `${type}(${id.replace(/^Auth/, '').replace(/(Handler|Role|Log|DefaultPolicy)?[0-9A-F]{8}$/, '')})`
    : type;
}

/** Paths of the leaves that differ, down to where one side ends; a list counts as a leaf. */
function differences(before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [''];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key]).map((path) => (path === '' ? key : `${key}.${path}`)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))
  );
}
