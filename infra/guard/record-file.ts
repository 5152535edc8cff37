import { join } from 'node:path';

/**
 * What will be recorded after a deployment of this assembly. It stays in the assembly until the deployment succeeds.
 */
export const recordOfAssembly = 'deployment.json';

/** Such as `deployments/prod.json`. */
export function recordFile(folder: string, stage: string): string {
  return join(folder, `${stage}.json`);
}
