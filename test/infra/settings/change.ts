import type { SettingsInput } from '../../../infra/settings/stage.ts';

/** A stage in part. */
export type Part = { readonly [Group in keyof SettingsInput]?: Partial<SettingsInput[Group]> | null };

/** One setting, changed alone. */
export interface Change {
  /** What the stage has besides, so that the setting may be changed at all. */
  readonly with?: Part;
  readonly to: Part;
}
