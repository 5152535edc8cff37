import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings/stage.ts';
import { type BundledCode, bundleCode } from './code.ts';

export interface OwnCodeOptions {
  /** Which triggers there are. */
  readonly settings: Settings;
  /**
   * The folder that is filled with the bundles, a folder each. `join(app.outdir, 'bundles')` goes with the assembly.
   */
  readonly outdir: string;
}

/** Bundles this project's resolvers and functions, and the triggers that the settings name by paths of this project. */
export function bundleOwnCode({ settings, outdir }: OwnCodeOptions): Promise<BundledCode> {
  return bundleCode(fileURLToPath(new URL('../../resolvers', import.meta.url)), outdir, settings);
}
