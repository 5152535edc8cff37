import type { Template } from '../../../infra/template/template.ts';
import { changesBesidesPool } from './changes-besides-pool.ts';
import { changesOfPool } from './changes-of-pool.ts';

export interface HarmfulChange {
  readonly guards: string;
  /** What was deployed; by default it is `complete`. */
  readonly before?: (template: Template) => void;
  readonly change: (template: Template) => void;
  readonly setting: string;
  /** Words that the refusal must have. */
  readonly says: RegExp;
}

/** A change for each row of the table. */
export const harmfulChanges: readonly HarmfulChange[] = [...changesOfPool, ...changesBesidesPool];
