import { flushCompileCache } from 'node:module';
import { join, relative } from 'node:path';
import { absentHere } from './assembly/absent.ts';
import { certificateFile } from './data/certificate.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { readSettings, type Settings } from './settings.ts';
import { createTerminalLog } from './terminal-log.ts';
import { StartError } from './world/start-error.ts';

try {
  const settings = readSettings(process.env);
  const { stdout } = process;
  const print = batchedLines((text) => stdout.write(text));
  const { log, repeat } = createTerminalLog({ format: settings.logFormat, print, rows: () => stdout.rows });
  const runtime = await startRuntime({ ...settings, compileCacheDir: process.env['NODE_COMPILE_CACHE'], log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(runtime));
  stdout.write(greeting(runtime, settings) + absentHere(settings.assembly));
  repeat(addressLine(runtime));
  setImmediate(flushCompileCache);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** Writes once per turn of the event loop, however many lines there are. */
function batchedLines(write: (text: string) => void): (line: string) => void {
  let pending = '';
  const flush = (): void => {
    if (pending !== '') write(pending);
    pending = '';
  };
  process.on('exit', flush);
  return (line) => {
    if (pending === '') setImmediate(flush);
    pending += `${line}\n`;
  };
}

async function stop(runtime: Runtime): Promise<void> {
  // Closing waits only briefly for running requests. This is a safeguard in case it hangs.
  setTimeout(() => process.exit(0), 5_000).unref();
  await runtime.close();
  process.exit(0);
}

function addressLine({ outputs: { GraphQLUrl } }: Runtime): string {
  const page = (path: string): string => new URL(path, GraphQLUrl).href;
  return `Page ${page('/app/')}  Inbox ${page('/dev')}  GraphiQL ${page('/')}`;
}

function greeting({ outputs, domainUrl }: Runtime, { dataDir }: Settings): string {
  const { GraphQLUrl, ApiKey, CognitoEndpoint } = outputs;
  const page = (path: string): string => new URL(path, GraphQLUrl).href;
  const domain =
    domainUrl === undefined ? '' : `\n  Domain    ${domainUrl}  (trust ${relative('', certificateFile(dataDir))} first)`;
  const query = JSON.stringify({ query: '{ authConfig { signUpModes flows passwordPolicy { minimumLength } } }' });
  return `Ready in ${Math.round(performance.now())} ms.

  Page      ${page('/app/')}  (start here: create an account; the code of the mail is in the inbox)
  Inbox     ${page('/dev')}  (mails and text messages arrive here, none is sent; users to try and the clock too)
  GraphQL   ${GraphQLUrl}  (GraphiQL in a browser: ${page('/')})
  Cognito   ${CognitoEndpoint}${domain}
  API key   ${ApiKey}
  Outputs   ${relative('', join(dataDir, 'outputs.json'))}

A first query:

  curl ${GraphQLUrl} -H 'x-api-key: ${ApiKey}' -H 'content-type: application/json' -d '${query}'

`;
}
