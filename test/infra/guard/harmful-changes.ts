import { changesBesidesPool } from './changes-besides-pool.ts';
import { changesOfFederation } from './changes-of-federation.ts';
import { changesOfPool } from './changes-of-pool.ts';
import type { HarmfulChange } from './harmful-change.ts';

/** A change for each row of the table. */
export const harmfulChanges: readonly HarmfulChange[] = [...changesOfPool, ...changesBesidesPool, ...changesOfFederation];
