import { bringAssemblyUpToDate } from '../infra/synth/bring-up-to-date.ts';

/** Every test finds `cdk.out` up to date. */
export function setup(): void {
  bringAssemblyUpToDate();
}
