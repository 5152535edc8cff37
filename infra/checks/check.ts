import type { Template } from '../template/template.ts';

/** Something in a template that AWS would refuse, or that would deploy but not work. */
export interface Finding {
  /** The logical id of a resource, or the name of an output. */
  readonly resource: string;
  /** What is wrong, as a sentence. */
  readonly problem: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** Returns its findings in a template. `now` is the time of the synth. */
export type Check = (template: Template, now: Date) => readonly Finding[];

/** One thing that can be wrong with a resource. */
export type Row = readonly [broken: unknown, problem: string, remedy: string];

/** The findings about one resource: the rows whose `broken` is true. */
export function findings(resource: string, rows: readonly Row[]): Finding[] {
  return rows.flatMap(([broken, problem, remedy]) => (broken ? [{ resource, problem, remedy }] : []));
}

/** JSON with the structure of CloudFormation, as `JSON.parse` types it. */
export type Json = ReturnType<typeof JSON.parse>;

/** Every value under a key, at any depth. */
export function valuesUnder(wanted: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [...(key === wanted ? [value] : []), ...valuesUnder(wanted, value)]);
}

/** Whether a list contains the same value twice. */
export function hasTwins(list: readonly unknown[]): boolean {
  return new Set(list).size < list.length;
}
