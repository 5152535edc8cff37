import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings/stage.ts';
import { type BundledCode, bundleCode } from './code.ts';

export interface OwnCodeOptions {
  /** They determine which triggers there are. */
  readonly settings: Settings;
  /** The folder that receives one folder per bundle. `join(app.outdir, 'bundles')` makes them part of the assembly. */
  readonly outdir: string;
}

/** Bundles the resolvers and functions of this project, and the triggers that the settings name. */
export function bundleOwnCode({ settings, outdir }: OwnCodeOptions): Promise<BundledCode> {
  return bundleCode(fileURLToPath(new URL('../../resolvers', import.meta.url)), outdir, settings);
}
