// What the programs of this folder share and no page needs: a deployment's outputs, and questions in a terminal.
// Questions and remarks go to stderr, so that stdout contains only the answer.
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Outputs {
  readonly GraphQLUrl: string;
  readonly ApiKey: string;
  readonly Region: string;
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  readonly CognitoEndpoint: string;
}

const startFirst = 'Start `npm start` first, or deploy and set OUTPUTS=outputs.json.';

/**
 * The laptop's `.local/outputs.json`, or a deployment's file named by OUTPUTS, in which they are nested under the
 * stack's name.
 */
export const outputs = readOutputs(process.env['OUTPUTS'] ?? '.local/outputs.json');

function readOutputs(path: string): Outputs {
  if (!existsSync(path)) giveUp(`There is no ${path}. ${startFirst}`);
  const file: Outputs | Record<string, Outputs> = JSON.parse(readFileSync(path, 'utf8'));
  const found = 'GraphQLUrl' in file ? file : Object.values<Outputs>(file)[0];
  if (!found) giveUp(`There are no outputs in ${path}. ${startFirst}`);
  // A file with GraphQLUrl at its top is the laptop's.
  return found as Outputs;
}

/** Says that the server is not running, before a client fails in its own words. Any answer shows that it runs. */
async function expectServer(): Promise<void> {
  try {
    await fetch(outputs.GraphQLUrl, { method: 'OPTIONS' });
  } catch {
    giveUp(`Nobody answers at ${outputs.GraphQLUrl}. ${startFirst}`);
  }
}

function giveUp(text: string): never {
  say(text);
  process.exit(1);
}

let isHidden = false;
const screen = new Writable({
  write: (text, _, done) => {
    if (!isHidden) process.stderr.write(text);
    done();
  },
});
const terminal = createInterface({ input: process.stdin, output: screen, terminal: process.stdin.isTTY === true });
const lines = terminal[Symbol.asyncIterator]();
let hasEnded = false;
terminal.once('close', () => {
  hasEnded = true;
});

/** Asks for one line, in the terminal or through a pipe. A password is not shown while it is typed. */
export async function ask(question: string): Promise<string> {
  terminal.setPrompt(`${question}: `);
  // A pipe may already have ended while some of its lines are still unread.
  if (hasEnded) process.stderr.write(terminal.getPrompt());
  else terminal.prompt();
  isHidden = /password/i.test(question);
  const line = await lines.next();
  if (isHidden && terminal.terminal) say('');
  isHidden = false;
  if (line.done) throw new Error(`Nobody answered "${question}".`);
  return line.value;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The code that was sent to an address: on the laptop from the inbox, elsewhere from the user. */
export async function codeSentTo(address: string): Promise<string> {
  if (new URL(outputs.GraphQLUrl).hostname !== 'localhost') return ask('Code of the message');
  const response = await fetch(new URL(`/dev/inbox?to=${encodeURIComponent(address)}`, outputs.GraphQLUrl));
  // The inbox answers with messages, newest first.
  const [newest] = (await response.json()) as { code: string }[];
  return newest?.code ?? ask('Code of the message');
}

export interface Commands {
  /** Creates a user with a password, and confirms the address with the code. */
  signUp(username: string, email: string): Promise<void>;
  /** Signs in through every challenge, prints the user, refreshes, signs out. */
  signIn(username: string): Promise<void>;
  /** Makes an authenticator app the second factor of a user. */
  pairApp(username: string): Promise<void>;
}

/**
 * Runs the command from the command line. `refusal` recognises what the client throws when the API refuses; any other
 * error is thrown again.
 */
export async function run(commands: Commands, refusal: (error: unknown) => Refusal | undefined): Promise<void> {
  const [command = '', username, email] = process.argv.slice(2);
  try {
    await expectServer();
    if (command === 'sign-up' && username && email) await commands.signUp(username, email);
    else if (command === 'sign-in' && username) await commands.signIn(username);
    else if (command === 'pair-app' && username) await commands.pairApp(username);
    else say('Usage: sign-up <username> <email>, sign-in <username>, or pair-app <username>.');
  } catch (error) {
    const refused = refusal(error);
    if (!refused) throw error;
    say(`${refused.errorType}: ${refused.message}`);
    process.exitCode = 1;
  } finally {
    terminal.close();
  }
}

/** An entry of `errors[]`: `errorType` is for programs, `message` for people. */
export interface Refusal {
  readonly errorType?: string | undefined;
  readonly message: string;
}
