import type { SettingsInput } from '../../../infra/settings/stage.ts';

/** A stage in part. */
export type Part = { readonly [Group in keyof SettingsInput]?: Partial<SettingsInput[Group]> | null };

/** One setting, changed alone. */
export interface Change {
  /** Further settings that the stage needs, so that the setting can be changed at all. */
  readonly with?: Part;
  readonly to: Part;
}
