import type { Change } from './change.ts';
import { changesOfDeployment } from './changes-of-deployment.ts';
import { changesOfFederation } from './changes-of-federation.ts';
import { changesOfUsers } from './changes-of-users.ts';

/** Every setting of a stage with one change of it. If several must change together, the change is all of them. */
export const changes: Readonly<Record<string, Change>> = { ...changesOfDeployment, ...changesOfUsers, ...changesOfFederation };
