import { type CommandDescription, type GivenOption, stageOptions } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { cdkOptions } from './cdk-options.ts';

/** What `npm run deploy -- --help` tells, and what the command takes. */
export const deployDescription: CommandDescription = {
  usage: 'npm run deploy -- [--stage <name>] [--accept <settings>] [options of cdk deploy]',
  summary:
    'Deploys a stage to AWS, after a comparison with what is deployed. Afterwards outputs.<stage>.json has the URL and the key.',
  options: {
    ...stageOptions,
    accept: { value: '<settings>', help: 'Settings, separated by commas, whose harm to what is deployed is meant.' },
    ...cdkOptions,
    profile: { value: '<name>', help: 'The AWS profile whose credentials are used.' },
    'require-approval': {
      value: '<when>',
      help: 'Which changes ask before they are made: never, any-change, broadening or destructive.',
    },
  },
  others: 'the options of cdk deploy',
  notes: ['Every other option of `npx cdk deploy --help` is passed on, except --app and --output. See docs/deploying.md.'],
};

/** What `npm run deploy` was told besides the stage. */
export interface DeployArguments {
  /** The settings whose harm is meant: `--accept domain,messages.ses`. */
  readonly accepted: readonly string[];
  /** What goes to `cdk deploy`. */
  readonly rest: readonly string[];
  /** The part of it that goes to `cdk synth` too: context, credentials, and the way to AWS. */
  readonly shared: readonly string[];
  /** The AWS profile; undefined where the environment decides. */
  readonly profile: string | undefined;
  /** Whether the outputs go to a file that the caller names. */
  readonly namesOutputs: boolean;
  /** The argument with which `cdk deploy` ends well without having deployed the template. */
  readonly aside: string | undefined;
}

const shared = [
  ...['context', 'profile', 'region', 'proxy', 'ca-bundle-path', 'plugin', 'ec2creds', 'no-ec2creds', 'verbose', 'debug'],
  ...['ci', 'no-color', 'no-notices'],
];

/** Throws UsageError for what this command sets itself. */
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
    throw new UsageError('--accept wants the names of settings, such as --accept domain.');
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
