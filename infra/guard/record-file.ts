import { join } from 'node:path';

/** What a deployment of an assembly will be recorded as; it lies in the assembly until the deployment has succeeded. */
export const recordOfAssembly = 'deployment.json';

/** `deployments/prod.json`. */
export function recordFile(folder: string, stage: string): string {
  return join(folder, `${stage}.json`);
}
