import type { Template } from '../../../infra/template/template.ts';

export interface HarmfulChange {
  readonly guards: string;
  /** What was deployed; by default it is `complete`. */
  readonly before?: (template: Template) => void;
  readonly change: (template: Template) => void;
  readonly setting: string;
  /** Words that the refusal must have. */
  readonly says: RegExp;
}
