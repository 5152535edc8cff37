import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdminResetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Message } from '../../local/data/message.ts';
import { proxyVariables } from '../../local/lambda/proxies.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { fetchSend, type Send } from './send.ts';
import { runningClock, worldOf } from './world.ts';

/** The whole system, as `npm start` runs it, in this process and on free ports. */
export interface System {
  readonly runtime: Runtime;
  readonly send: Send;
  readonly dataDir: string;
  readonly log: readonly string[];
  /** The messages to an address, newest first. */
  messages(to: string): Promise<readonly Message[]>;
  /** The newest message to an address. */
  message(to: string): Promise<Message>;
  /** What an administrator does with the AWS CLI. */
  adminResetUserPassword(username: string): Promise<void>;
  /** Moves the clock of everything but the client. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** The folder of a cloud assembly. Default: the dev stage's. */
  readonly assembly?: string;
  readonly dataDir?: string;
  /** The file of the seed users. Default: none. */
  readonly seedFile?: string;
  readonly openai?: { readonly baseUrl: string; readonly apiKey?: string };
  /** The secrets of identity providers: from the ARN to the text. */
  readonly federationSecrets?: ReadonlyMap<string, string>;
  /** Where the functions find the services. Default: the system's own. */
  readonly serviceEndpoint?: string;
  /** Variables of the machine's proxies. */
  readonly proxies?: Readonly<Record<string, string>>;
}

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'auth-e2e-'));
  const log: string[] = [];
  const clock = runningClock();
  const runtime = await startRuntime({
    assembly: options.assembly ?? 'cdk.out',
    dataDir,
    port: 0,
    cognitoPort: 0,
    world: worldOf(clock),
    ...(options.seedFile !== undefined && { seedFile: options.seedFile }),
    log: (line) => log.push(line),
    ...(options.serviceEndpoint !== undefined && { serviceEndpoint: options.serviceEndpoint }),
    ...(options.proxies && { proxies: proxyVariables(options.proxies) }),
    environment: {
      ...(options.openai && { OPENAI_BASE_URL: options.openai.baseUrl }),
      ...(options.openai?.apiKey && { OPENAI_API_KEY: options.openai.apiKey }),
      ...(options.federationSecrets && { FEDERATION_SECRETS: options.federationSecrets }),
    },
  });
  const cognito = administrator(runtime.outputs.CognitoEndpoint);
  return {
    runtime,
    dataDir,
    log,
    send: fetchSend(runtime.outputs.GraphQLUrl, runtime.outputs.ApiKey),
    messages: (to) => inboxOf(runtime.outputs.GraphQLUrl, to),
    message: (to) => newestMessage(runtime.outputs.GraphQLUrl, to),
    adminResetUserPassword: async (Username) => {
      await cognito.send(new AdminResetUserPasswordCommand({ UserPoolId: runtime.outputs.UserPoolId, Username }));
    },
    advance: (milliseconds) => clock.advance({ milliseconds }),
    close: async () => {
      cognito.destroy();
      await runtime.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** An SDK client with an administrator's rights on the embedded pool, as `aws --endpoint-url` would be. */
function administrator(endpoint: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** Reads the inbox as a program would. */
async function inboxOf(graphqlUrl: string, to: string): Promise<readonly Message[]> {
  const inbox = new URL(`/dev/inbox?to=${encodeURIComponent(to)}`, graphqlUrl);
  return (await (await fetch(inbox)).json()) as Message[];
}

export async function newestMessage(graphqlUrl: string, to: string): Promise<Message> {
  const [newest] = await inboxOf(graphqlUrl, to);
  if (newest === undefined) throw new Error(`No message to ${to}.`);
  return newest;
}
