import { type CommandDescription, type GivenOption, stageOptions } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { cdkOptions } from './cdk-options.ts';

/** The help of `npm run deploy`, and the options that it takes. */
export const deployDescription: CommandDescription = {
  usage: 'npm run deploy -- [--stage <name>] [--accept <settings>] [options of cdk deploy]',
  summary:
    'Deploys a stage to AWS, after comparing it with what is deployed. Afterwards outputs.<stage>.json has the ' +
    'URL and the key.',
  options: {
    ...stageOptions,
    accept: { value: '<settings>', help: 'Settings, separated by commas, whose harm to what is deployed you intend.' },
    ...cdkOptions,
    profile: { value: '<name>', help: 'The AWS profile whose credentials are used.' },
    'require-approval': {
      value: '<when>',
      help: 'Which changes need approval before they are made: never, any-change, broadening or destructive.',
    },
  },
  others: 'the options of cdk deploy',
  notes: ['Every other option of `npx cdk deploy --help` is passed on, except --app and --output. See docs/deploying.md.'],
};

/** The arguments of `npm run deploy` other than the stage. */
export interface DeployArguments {
  /** The settings whose harm is intended: `--accept domain,messages.ses`. */
  readonly accepted: readonly string[];
  /** What is passed to `cdk deploy`. */
  readonly rest: readonly string[];
  /** The part of it that is also passed to `cdk synth`: context, credentials, and how to reach AWS. */
  readonly shared: readonly string[];
  /** The AWS profile; undefined if the environment decides. */
  readonly profile: string | undefined;
  /** Whether the caller names a file for the outputs. */
  readonly namesOutputs: boolean;
  /** The argument that makes `cdk deploy` succeed without having deployed the template. */
  readonly aside: string | undefined;
}

const shared = [
  ...['context', 'profile', 'region', 'proxy', 'ca-bundle-path', 'plugin', 'ec2creds', 'no-ec2creds', 'verbose', 'debug'],
  ...['ci', 'no-color', 'no-notices'],
];

/** Throws UsageError for arguments that this command sets itself. */
export function readDeployArguments(options: readonly GivenOption[]): DeployArguments {
  const own = options.find(({ name }) => name === 'app' || name === 'output');
  if (own !== undefined) {
    throw new UsageError(`npm run deploy sets ${own.written[0]} itself; leave it out.`);
  }
  if (options.some(({ name, value }) => name === 'context' && value?.startsWith('deployed='))) {
    throw new UsageError('npm run deploy asks CloudFormation what is deployed: leave out `-c deployed`.');
  }
  const rest = options.filter(({ name }) => name !== 'accept');
  const accepting = options.filter(({ name }) => name === 'accept');
  if (accepting.some(({ value }) => !value)) {
    throw new UsageError('--accept needs the names of settings, such as --accept domain.');
  }
  const written = (list: readonly GivenOption[]): readonly string[] => list.flatMap((option) => option.written);
  return {
    accepted: accepting.flatMap(({ value = '' }) => value.split(',')),
    rest: written(rest),
    shared: written(rest.filter(({ name }) => shared.includes(name))),
    profile: rest.findLast(({ name }) => name === 'profile')?.value,
    namesOutputs: rest.some(({ name }) => name === 'outputs-file'),
    aside: rest.map(asideOf).find((argument) => argument !== undefined),
  };
}

function asideOf({ name, value }: GivenOption): string | undefined {
  if (['hotswap', 'watch', 'no-execute'].includes(name) && value !== 'false') return `--${name}`;
  if (name === 'execute' && value === 'false') return '--execute=false';
  if (name === 'method' && value === 'prepare-change-set') return '--method=prepare-change-set';
  return undefined;
}
