import { ConfigurationError } from '../errors/configuration-error.ts';

export interface CommandLine {
  /** A key of `stages` in infra/config.ts, if there is such a stage: that is for the synth to say. */
  readonly stage: string;
  /** The arguments that do not name the stage, in their order. */
  readonly rest: readonly string[];
}

/**
 * The stage that a command is for: `--stage prod`, or the CDK's `-c stage=prod`, else the variable STAGE, else `dev`. Throws ConfigurationError
 * for two different ones and for what can be no stage's name.
 */
export function readCommandLine(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): CommandLine {
  const rest: string[] = [];
  const named: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const next = args[at + 1];
    const joined = /^(?:--stage|(?:--context|-c)=stage)=(.*)$/s.exec(argument)?.[1];
    const context = /^(?:--context|-c)$/.test(argument) ? /^stage=(.*)$/s.exec(next ?? '')?.[1] : undefined;
    if (joined !== undefined) named.push(joined);
    else if (argument === '--stage' || context !== undefined) {
      named.push(context ?? next ?? '');
      at += 1;
    } else rest.push(argument);
  }
  const [stage = environment['STAGE'] || 'dev', other] = new Set(named);
  if (other !== undefined) throw new ConfigurationError(`The command names two stages, ${stage} and ${other}: it is for one.`);
  // It becomes part of a path.
  if (!/^\w[\w-]*$/.test(stage)) {
    throw new ConfigurationError(`--stage must name a stage, such as --stage prod; it is ${JSON.stringify(stage)}.`);
  }
  return { stage, rest };
}

/** For a command that takes the stage and these flags alone. Throws ConfigurationError for any other argument. */
export function refuseOthers({ rest }: CommandLine, flags: readonly string[] = []): void {
  const unknown = rest.find((argument) => !flags.includes(argument));
  if (unknown === undefined) return;
  const known = ['--stage <name>', ...flags].join(' and ');
  throw new ConfigurationError(`There is no argument ${JSON.stringify(unknown)}: this command takes ${known}.`);
}
