import { stageSettings } from '../../../infra/stage-settings.ts';

/** Words of the refusal, and the settings that it refuses. */
export type Wrong = [message: string, written: Record<string, unknown>];

/** What no type would let through, as a file without types might hold it. */
export const untyped = (written: Record<string, unknown>) =>
  stageSettings({ stage: 'test' }, { test: { naming: { stackName: 'Test' }, ...written } });
