import { isDeepStrictEqual } from 'node:util';
import type { Recording, Step } from './story.ts';

export interface Difference {
  /** From 1. */
  readonly step: number;
  readonly recorded: Step | undefined;
  readonly answered: Step | undefined;
}

/** The steps that differ, in their order: none where both behave alike. */
export function differences(recorded: Recording, answered: Recording): Difference[] {
  const length = Math.max(recorded.steps.length, answered.steps.length);
  return Array.from({ length }, (_, at) => ({ step: at + 1, recorded: recorded.steps[at], answered: answered.steps[at] })).filter(
    (each) => !isDeepStrictEqual(each.recorded, each.answered),
  );
}
