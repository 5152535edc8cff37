import { parentPort, workerData } from 'node:worker_threads';
import { setClock } from './clock.ts';
import { errorOf, FunctionRefusal } from './function-error.ts';
import { jsonConsole } from './json-console.ts';
import { type Handler, loadHandler } from './load-handler.ts';
import { redirectOutput } from './redirect-output.ts';
import type { EnvironmentData, EnvironmentEvent, EnvironmentMessage, InvocationMessage } from './worker-messages.ts';

// The inside of one execution environment. It loads the handler once, then runs one invocation at a time, as Lambda's
// runtime interface client does
// (https://github.com/aws/aws-lambda-nodejs-runtime-interface-client).
// The host starts this file with exactly this value.
const data = workerData as EnvironmentData;
const port = parentPort;
if (port === null) throw new Error('An execution environment is a worker thread.');
let output = '';
const send = (event: EnvironmentEvent): void => {
  const message: EnvironmentMessage = { ...event, output };
  output = '';
  port.postMessage(message);
};
redirectOutput((text) => {
  if (output === '') setImmediate(flush).unref();
  output += text;
});
let requestId: string | undefined;
if (process.env['AWS_LAMBDA_LOG_FORMAT'] === 'JSON') {
  const minimum = process.env['AWS_LAMBDA_LOG_LEVEL'] ?? 'TRACE';
  Object.assign(console, jsonConsole({ minimum, requestId: () => requestId, write: (line) => process.stdout.write(line) }));
}
// After the streams have passed on what they buffered.
process.on('exit', flush);

// Lambda's client ends the process here with these codes; the host starts a new environment for the next invocation.
process.on('uncaughtException', (error) => {
  send({ kind: 'failed', error: errorOf(error), isFatal: true });
  process.exit(129);
});
process.on('unhandledRejection', (reason) => {
  send({
    kind: 'failed',
    error: errorOf(new FunctionRefusal('Runtime.UnhandledPromiseRejection', String(reason))),
    isFatal: true,
  });
  process.exit(128);
});
process.on('beforeExit', () => send({ kind: 'unsettled' }));

try {
  serve(await loadHandler(data.codeDirectory, data.handler));
} catch (error) {
  send({ kind: 'failed', error: errorOf(error), isFatal: true });
  process.exit(1);
}

function serve(handler: Handler): void {
  port?.on('message', (message: InvocationMessage) => {
    // While a handler runs, this port must not keep the thread alive: a promise that can never settle then ends it, as
    // it does in Lambda.
    port.unref();
    void run(handler, message).then((answer) => {
      port.ref();
      send(answer);
    });
  });
  send({ kind: 'ready' });
}

function flush(): void {
  if (output !== '') send({ kind: 'printed' });
}

async function run(handler: Handler, message: InvocationMessage): Promise<EnvironmentEvent> {
  const { payload, nowMs, deadlineMs, traceId } = message;
  requestId = message.requestId;
  setClock(nowMs);
  process.env['_X_AMZN_TRACE_ID'] = traceId;
  try {
    const result = await handler(JSON.parse(payload), {
      functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
      functionVersion: process.env['AWS_LAMBDA_FUNCTION_VERSION'],
      memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
      logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
      logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
      clientContext: undefined,
      identity: undefined,
      invokedFunctionArn: data.functionArn,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => deadlineMs - Date.now(),
    });
    return { kind: 'answered', payload: stringify(result) };
  } catch (error) {
    return { kind: 'failed', error: errorOf(error), isFatal: false };
  }
}

function stringify(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (cause) {
    throw new FunctionRefusal('Runtime.JSONStringifyError', 'Unable to stringify response body', { cause });
  }
}
