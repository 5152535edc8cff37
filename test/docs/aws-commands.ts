import { readFileSync } from 'node:fs';

/** `aws cognito-idp <operation> --<member> <value> …`, as a page tells its reader to run it. */
export interface AwsCommand {
  /** In the service model's word: `AdminAddUserToGroup`. */
  readonly operation: string;
  /** By the members of its input: `UserPoolId`. */
  readonly options: Readonly<Record<string, string>>;
}

/** The commands that stand on lines of their own in a page, in their order. Options of the CLI itself are left out. */
export function awsCommands(page: string): AwsCommand[] {
  const lines = [...readFileSync(page, 'utf8').matchAll(/^ {4}aws cognito-idp ([\w-]+)(.*)$/gm)];
  return lines.map(([, name = '', rest = '']) => ({
    operation: pascalCase(name),
    options: Object.fromEntries(
      [...rest.matchAll(/--([\w-]+) (\S+)/g)]
        .filter(([, option]) => option !== 'endpoint-url')
        .map(([, option = '', value = '']) => [pascalCase(option), value]),
    ),
  }));
}

const pascalCase = (words: string): string => words.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
