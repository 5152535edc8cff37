import { parseArgs } from 'node:util';
import { UsageError } from '../errors/usage-error.ts';

/** An option of a command. */
export interface OptionDescription {
  /** The placeholder of its value in the help, such as `<name>`. Without it, the option is a switch. */
  readonly value?: string;
  /** Its one-letter form. */
  readonly short?: string;
  /** The text in the help. Without it, the help does not list the option. */
  readonly help?: string;
}

/** How a command describes itself. */
export interface CommandDescription {
  /** Such as `npm run rights -- [--stage <name>] [--json]`. */
  readonly usage: string;
  readonly summary: string;
  /** The placeholder of its one argument that is no option, such as `<file.csv>`. Without it, there is none. */
  readonly argument?: string;
  /** The options by name, without hyphens. */
  readonly options: Readonly<Record<string, OptionDescription>>;
  /**
   * What it passes on, in words, such as `the options of cdk deploy`. Without it, a context other than the stage is
   * refused.
   */
  readonly others?: string;
  /** Notes that the help prints after the options. */
  readonly notes?: readonly string[];
}

/** An option as it was typed. */
export interface GivenOption {
  /** The name without hyphens, even if the letter was typed; `no-color` for an option that was switched off. */
  readonly name: string;
  readonly value: string | undefined;
  /** As it was typed, which can be one argument or two. */
  readonly written: readonly string[];
}

export interface Arguments {
  /** A key of `stages` in infra/config.ts. The synth checks whether it exists. */
  readonly stage: string;
  /** Whether the arguments name the stage; otherwise it comes from the variable STAGE or is the default. */
  readonly namesStage: boolean;
  /** The argument that is no option; undefined if there is none. */
  readonly argument: string | undefined;
  /** The options other than the stage, in the order in which they were typed. */
  readonly options: readonly GivenOption[];
  readonly wantsHelp: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The options of every command for a stage. */
export const stageOptions = {
  stage: { value: '<name>', help: 'The stage in infra/config.ts. Default: the variable STAGE, otherwise dev.' },
  context: { value: '<key=value>', short: 'c' },
} as const satisfies Record<string, OptionDescription>;

/**
 * Reads the arguments of a command. The stage is `--stage prod` or the CDK's `-c stage=prod`, otherwise the variable
 * STAGE, otherwise `dev`. Throws UsageError for an unknown option or argument, and for two different stages.
 */
export function readArguments(command: CommandDescription, args: readonly string[], environment: Environment): Arguments {
  const { options, argument } = typedOptions(command, args);
  const wantsHelp = options.some(({ name }) => name === 'help');
  if (wantsHelp) return { stage: '', namesStage: false, argument, options, wantsHelp };
  const stageOf = ({ name, value }: GivenOption): string | undefined => {
    if (name === 'stage') return value ?? '';
    return name === 'context' ? /^stage=(.*)$/s.exec(value ?? '')?.[1] : undefined;
  };
  const rest = options.filter((option) => stageOf(option) === undefined);
  const context = rest.find(({ name }) => name === 'context');
  if (context !== undefined && command.others === undefined) throw unknown(context.written.join(' '), command);
  const named = new Set(options.flatMap((option) => stageOf(option) ?? []));
  const [stage = environment['STAGE'] || 'dev', other] = named;
  if (other !== undefined) throw new UsageError(`The command names two stages, ${stage} and ${other}: name one.`);
  // It becomes part of a path.
  if (!/^\w[\w-]*$/.test(stage)) {
    throw new UsageError(`--stage must name a stage, such as --stage prod; it is ${JSON.stringify(stage)}.`);
  }
  return { stage, namesStage: named.size > 0, argument, options: rest, wantsHelp };
}

function typedOptions(
  command: CommandDescription,
  args: readonly string[],
): { readonly options: GivenOption[]; readonly argument: string | undefined } {
  const known: Readonly<Record<string, OptionDescription>> = { ...command.options, help: { short: 'h' } };
  const { tokens } = parseArgs({
    args: [...args],
    // Not strict, since our own errors say what to do instead.
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
      ]),
    ),
  });
  let argument: string | undefined;
  const options = tokens.flatMap((token): GivenOption[] => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'positional' && command.argument !== undefined && argument === undefined) {
      argument = token.value;
      return [];
    }
    if (token.kind === 'positional') {
      const instead =
        'stage' in known && command.argument === undefined ? `name a stage with --stage ${token.value}` : takes(command);
      throw new UsageError(`There is no argument ${JSON.stringify(token.value)}: ${instead}.`);
    }
    const { name, rawName, inlineValue, index } = token;
    // In `-c=stage=prod`, only the CDK's command line treats the first = as a separator.
    const value = !rawName.startsWith('--') && inlineValue ? token.value.replace(/^=/, '') : token.value;
    const isOff = name.startsWith('no-') && known[name.slice('no-'.length)]?.value === undefined;
    if (!Object.hasOwn(known, name) && !(isOff && Object.hasOwn(known, name.slice('no-'.length)))) {
      throw unknown(args[index] ?? rawName, command, hint(name, known));
    }
    const takesTwo = value !== undefined && inlineValue === false;
    return [{ name, value, written: args.slice(index, index + (takesTwo ? 2 : 1)) }];
  });
  return { options, argument };
}

function unknown(argument: string, command: CommandDescription, hint = ''): UsageError {
  return new UsageError(`There is no argument ${JSON.stringify(argument)}${hint}: ${takes(command)}.`);
}

/** `this command takes --stage <name> and --json` */
function takes({ argument, options, others }: CommandDescription): string {
  const told = Object.entries(options).flatMap(([name, { value, help }]) =>
    help === undefined ? [] : [`--${name}${value === undefined ? '' : ` ${value}`}`],
  );
  const all = [...(argument === undefined ? [] : [argument]), ...told, ...(others === undefined ? [] : [others])];
  if (all.length === 0) return 'this command takes none';
  return `this command takes ${new Intl.ListFormat('en-GB').format(all)}`;
}

/** ` (did you mean --json?)`: the option with the most similar name, if one is similar enough. */
function hint(typed: string, known: Readonly<Record<string, OptionDescription>>): string {
  const [closest] = Object.keys(known)
    .map((name) => ({ name, distance: distance(typed, name) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance);
  return closest === undefined ? '' : ` (did you mean --${closest.name}?)`;
}

/** How many letters must be added, removed or changed to turn one word into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [column, other] of [...to].entries()) {
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
