import { bringAssemblyUpToDate } from '../infra/commands/synth.ts';

/** Every test finds `cdk.out` up to date. */
export function setup(): void {
  bringAssemblyUpToDate();
}
