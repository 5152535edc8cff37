import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';
import type { Outputs } from '../../local/data/outputs.ts';

/** Runs `aws cognito-idp` with arguments. Returns the answer, or throws an error with the output of the command. */
export type AwsCli = (...args: string[]) => Promise<unknown>;

/** The AWS CLI of this machine, without its user's configuration. */
export function awsCli({ CognitoEndpoint, Region }: Outputs): AwsCli {
  const env = {
    ...process.env,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    NO_PROXY: 'localhost',
  };
  const common = ['cognito-idp', '--endpoint-url', CognitoEndpoint, '--region', Region, '--output', 'json', '--no-paginate'];
  return async (...args) => {
    const { stdout } = await promisify(execFile)('aws', [...common, ...args], { env });
    return stdout.trim() ? JSON.parse(stdout) : {};
  };
}
