import { CommandError } from '../errors/command-error.ts';
import { type Arguments, type CommandDescription, readArguments } from './arguments.ts';
import { helpText } from './help.ts';

/** A command of this project: its arguments, and what it does. */
export interface Command extends CommandDescription {
  /** Returns the exit code; nothing means 0. A CommandError ends the command with its message and exit code 1. */
  readonly run: (given: Arguments) => number | undefined | Promise<number | undefined>;
}

/**
 * Runs a command with the arguments of this process, and sets its exit code. For a known refusal only the message is
 * printed. Any other error is a bug, and Node prints it with its stack trace.
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
