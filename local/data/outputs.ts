import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The stack's outputs with the same keys as after a deployment, so that a front end reads the same file for both. */
export interface Outputs {
  readonly GraphQLUrl: string;
  readonly ApiKey: string;
  readonly Region: string;
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  readonly CognitoEndpoint: string;
}

/** Writes `<dataDir>/outputs.json` atomically. */
export function writeOutputs(dataDir: string, outputs: Outputs): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'outputs.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(outputs, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
