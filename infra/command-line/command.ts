import { CommandError } from '../errors/command-error.ts';
import { type Arguments, type CommandDescription, readArguments } from './arguments.ts';
import { helpText } from './help.ts';

/** A command of this project: what it takes, and what it does. */
export interface Command extends CommandDescription {
  /** Gives the exit code; nothing for 0. A CommandError ends it with its message and the code 1. */
  readonly run: (given: Arguments) => number | undefined | Promise<number | undefined>;
}

/**
 * Runs a command with the arguments of this process, and sets its exit code. A known refusal is printed as its message
 * alone. Any other error is a bug, and Node prints it with its trace.
 */
export async function runCommand(command: Command): Promise<void> {
  try {
    const given = readArguments(command, process.argv.slice(2), process.env);
    if (given.wantsHelp) process.stdout.write(helpText(command));
    else process.exitCode = (await command.run(given)) ?? 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
