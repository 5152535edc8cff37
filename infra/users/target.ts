import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Arguments } from '../command-line/arguments.ts';
import { CommandError } from '../errors/command-error.ts';
import { UsageError } from '../errors/usage-error.ts';

/** The user pool that a command works on. */
export interface Target {
  readonly cognito: CognitoIdentityProvider;
  readonly userPoolId: string;
  readonly region: string;
  /** The URL of CloudWatch Logs. */
  readonly logsEndpoint: string;
  readonly isLaptop: boolean;
  /** How messages name it: `the laptop`, `stage prod`. */
  readonly name: string;
}

/** The options of a command for a pool: the laptop's, or that of a deployed stage. */
export const targetOptions = {
  stage: { value: '<name>', help: 'The deployed stage. Default: the pool of the laptop, where `npm start` is running.' },
  outputs: { value: '<file>', help: 'The outputs of the deployment. Default: outputs.<stage>.json.' },
} as const;

const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Finds the pool in the outputs of the stage. A deployed pool is called with the credentials of the environment, which
 * decide what is allowed. Throws CommandError if there are no such outputs.
 */
export function targetOf(
  { stage, namesStage, options }: Arguments,
  environment: Readonly<Record<string, string | undefined>>,
): Target {
  const named = options.find(({ name }) => name === 'outputs')?.value;
  const kept = join(environment['DATA_DIR'] || join(project, '.local'), 'outputs.json');
  const file = named ?? (namesStage ? join(project, `outputs.${stage}.json`) : kept);
  const remedy = namesStage
    ? `npm run deploy -- --stage ${stage} writes it`
    : 'npm start writes it; --stage names a deployed stage';
  const { UserPoolId, Region, CognitoEndpoint } = readOutputs(file, remedy);
  const isLaptop = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(CognitoEndpoint).hostname);
  const cognito = new CognitoIdentityProvider({
    region: Region,
    endpoint: CognitoEndpoint,
    // Waits longer each time that Cognito throttles, and sends less often from then on.
    retryMode: 'adaptive',
    maxAttempts: 10,
    ...(isLaptop && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return {
    cognito,
    userPoolId: UserPoolId,
    region: Region,
    logsEndpoint: isLaptop ? CognitoEndpoint : CognitoEndpoint.replace('//cognito-idp.', '//logs.'),
    isLaptop,
    name: namesStage ? `stage ${stage}` : 'the laptop',
  };
}

/** The argument of a command that names a file. */
export function fileOf({ argument }: Arguments): string {
  if (argument === undefined) throw new UsageError('Name the file, such as users.csv.');
  return argument;
}

interface Outputs {
  readonly UserPoolId: string;
  readonly Region: string;
  readonly CognitoEndpoint: string;
}

/** A deployment writes the outputs below the name of the stack, the laptop without it. */
function readOutputs(file: string, remedy: string): Outputs {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new CommandError(`${file} ${why}: ${remedy}.`);
  }
  const outputs = [read, ...Object.values(Object(read))].find(isOutputs);
  if (outputs === undefined) throw new CommandError(`${file} has no UserPoolId, Region and CognitoEndpoint: ${remedy}.`);
  return outputs;
}

function isOutputs(value: unknown): value is Outputs {
  const has = (name: string): boolean =>
    typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string';
  return has('UserPoolId') && has('Region') && has('CognitoEndpoint');
}
