import { spawn, spawnSync } from 'node:child_process';

/** What the user answers to a question, given the output so far; a list for a question that is repeated. */
export type Answers = Readonly<Record<string, Typed | readonly Typed[]>>;
type Typed = string | ((said: string) => string | Promise<string>);

export interface Conversation {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** The questions, and what else was said beside the answer. */
  readonly said: string;
}

/**
 * Runs a program as its user would: reads its questions and answers each. A question without an answer ends the input.
 */
export function converse(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
  answers: Answers,
): Promise<Conversation> {
  const left = new Map(Object.entries(answers).map(([question, typed]) => [question, [typed].flat()]));
  const child = spawn(program, args, { env: { ...process.env, ...noProxy, ...environment }, timeout: 15_000 });
  let stdout = '';
  let said = '';
  let unread = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  return new Promise((resolve, reject) => {
    const answer = async (): Promise<void> => {
      const question = /(?:^|\n)([^\n]+): $/.exec(unread)?.[1];
      if (question === undefined) return;
      unread = '';
      const typed = left.get(question)?.shift();
      if (typed === undefined) child.stdin.end();
      else child.stdin.write(`${typeof typed === 'string' ? typed : await typed(said)}\n`);
    };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      unread += text;
      answer().catch(reject);
    });
    // A program that ends early leaves what was typed unread.
    child.stdin.once('error', () => undefined);
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, said }));
  });
}

const noProxy = { NO_PROXY: 'localhost,127.0.0.1', no_proxy: 'localhost,127.0.0.1' };

/** Whether a program is on this machine and runs, since a shim on the PATH proves nothing. */
export function runs(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}
