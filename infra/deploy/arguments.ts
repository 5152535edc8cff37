import { ConfigurationError } from '../errors/configuration-error.ts';

/** What `npm run deploy` was told besides the stage. */
export interface DeployArguments {
  /** The settings whose harm is meant: `--accept domain,messages.ses`. */
  readonly accepted: readonly string[];
  /** What goes to `cdk deploy`. */
  readonly rest: readonly string[];
  /** What of it goes to `cdk synth` too: context, credentials, and the way to AWS. */
  readonly shared: readonly string[];
  /** The AWS profile; undefined where the environment decides. */
  readonly profile: string | undefined;
  /** Whether the outputs go to a file that the caller names. */
  readonly namesOutputs: boolean;
  /** The argument by which `cdk deploy` ends well without having deployed the template. */
  readonly aside: string | undefined;
}

const sharedWithValue = ['--context', '-c', '--profile', '--region', '--proxy', '--ca-bundle-path', '--plugin', '-p'];
const sharedAlone = ['--ec2creds', '-i', '--no-ec2creds', '--verbose', '-v', '--debug', '--ci', '--no-color', '--no-notices'];

/** @throws ConfigurationError for what this command sets itself. */
export function readDeployArguments(args: readonly string[]): DeployArguments {
  const options = readOptions(args);
  const own = options.find(({ name }) => ['--app', '-a', '--output', '-o'].includes(name));
  if (own !== undefined) throw new ConfigurationError(`npm run deploy sets ${own.written[0]} itself; leave it out.`);
  const stray = options.find(({ name }, at) => !name.startsWith('-') && !mayBelongTo(options[at - 1]));
  if (stray !== undefined) {
    throw new ConfigurationError(`There is no argument "${stray.name}": name a stage with --stage ${stray.name}.`);
  }
  const context = (name: string) => ['--context', '-c'].includes(name);
  if (options.some(({ name, value }) => context(name) && value?.startsWith('deployed='))) {
    throw new ConfigurationError('npm run deploy asks CloudFormation what is deployed: leave out `-c deployed`.');
  }
  const rest = options.filter(({ name }) => name !== '--accept');
  const accepting = options.filter(({ name }) => name === '--accept');
  if (accepting.some(({ value }) => !value))
    throw new ConfigurationError('--accept wants the names of settings, such as --accept domain.');
  return {
    accepted: accepting.flatMap(({ value = '' }) => value.split(',')),
    rest: rest.flatMap(({ written }) => written),
    shared: rest
      .filter(({ name }) => sharedWithValue.includes(name) || sharedAlone.includes(name))
      .flatMap(({ written }) => written),
    profile: rest.findLast(({ name }) => name === '--profile')?.value,
    namesOutputs: rest.some(({ name }) => ['--outputs-file', '-O'].includes(name)),
    aside: rest.map(asideOf).find((argument) => argument !== undefined),
  };
}

interface Option {
  /** `--profile`; for what is no option, the word itself. */
  readonly name: string;
  readonly value: string | undefined;
  /** As it was written: one argument or two. */
  readonly written: readonly string[];
}

/** Whether a word may be the value of what stands before it: an option of the CDK that this command does not know. */
function mayBelongTo(before: Option | undefined): boolean {
  return before?.name.startsWith('-') === true && before.value === undefined;
}

const takesValue = [...sharedWithValue, '--accept', '--outputs-file', '-O', '--method', '-m', '--output', '-o', '--app', '-a'];

function readOptions(args: readonly string[]): Option[] {
  const options: Option[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const [, name = argument, joined] = /^(--?[\w-]+)=(.*)$/s.exec(argument) ?? [];
    const next = args[at + 1];
    if (joined === undefined && takesValue.includes(name) && next !== undefined) {
      options.push({ name, value: next, written: [argument, next] });
      at += 1;
    } else options.push({ name, value: joined, written: [argument] });
  }
  return options;
}

function asideOf({ name, value }: Option): string | undefined {
  if (['--hotswap', '--watch', '--no-execute'].includes(name) && value !== 'false') return name;
  if (name === '--execute' && value === 'false') return '--execute=false';
  if (['--method', '-m'].includes(name) && value === 'prepare-change-set') return '--method=prepare-change-set';
  return undefined;
}
