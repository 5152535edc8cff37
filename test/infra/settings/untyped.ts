import { stageSettings } from '../../../infra/stage-settings.ts';

/** A part of the refusal's text, and the settings that are refused. */
export type Wrong = [message: string, written: Record<string, unknown>];

/** Settings that the types forbid, as in a file without types. */
export const untyped = (written: Record<string, unknown>) =>
  stageSettings({ stage: 'test' }, { test: { naming: { stackName: 'Test' }, ...written } });
