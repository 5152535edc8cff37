import { keepApiKey } from './api-key.ts';
import { createGraphqlApi } from './appsync/graphql-api.ts';
import { bodyLimitBytes, tooLarge } from './appsync/transport.ts';
import { ofSameStack, readAssembly } from './assembly.ts';
import { createUserPools, type UserPools } from './cognito/user-pools.ts';
import { openDatabase } from './database.ts';
import { createDevPages } from './dev/dev-pages.ts';
import { onlyLoopback } from './dev/guard.ts';
import { createHome, isForHome } from './dev/home.ts';
import type { HttpHandler } from './http.ts';
import { type Inbox, openInbox } from './inbox.ts';
import type { Invoke } from './invoke.ts';
import { createKms, isForKms } from './kms.ts';
import { createLambdaHost } from './lambda/host.ts';
import { functionVariables } from './lambda/variables.ts';
import { lockDataDir } from './lock.ts';
import { createMail, isForSes } from './mail.ts';
import { type Outputs, writeOutputs } from './outputs.ts';
import { openPort } from './ports.ts';
import { createSecrets, isForSecretsManager } from './secrets.ts';
import { loadStack, type Stack } from './stack.ts';
import { triggerInvoker } from './triggers.ts';
import { synthesisTime, watchAssembly } from './watch.ts';
import { realWorld, type World } from './world.ts';

export interface RuntimeOptions {
  /** The folder of the cloud assembly, `cdk.out`. */
  readonly assembly: string;
  /** `:memory:` keeps nothing. */
  readonly dataDir: string | ':memory:';
  /** 0 takes any free port. */
  readonly port: number;
  /** 0 takes any free port. */
  readonly cognitoPort: number;
  /** Made once, and kept in the data directory, when left out. */
  readonly apiKey?: string;
  readonly world?: World;
  readonly environment?: { readonly OPENAI_BASE_URL?: string; readonly OPENAI_API_KEY?: string };
  /** Where Node keeps what it compiled of the functions; nowhere when left out. */
  readonly compileCacheDir?: string;
  /** Takes what the functions print, and faults of the services, a line at a time. */
  readonly log?: (line: string) => void;
}

export interface Runtime {
  readonly outputs: Outputs;
  readonly inbox: Inbox;
  readonly invoke: Invoke;
  readonly userPools: UserPools;
  close(): Promise<void>;
}

/** Runs a synthesised stack on this machine. Throws `PortError`, `LockError`, `AssemblyError` or `IntrinsicError`, and leaves nothing open then. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await compose(options, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function compose(options: RuntimeOptions, closers: (() => unknown)[], close: () => Promise<void>): Promise<Runtime> {
  const { dataDir, world = realWorld, log = () => undefined, environment = {} } = options;
  const isKept = dataDir !== ':memory:';
  const since = synthesisTime(options.assembly);
  const assembly = readAssembly(options.assembly);

  // Where it broke, without the message, which may repeat what a caller sent.
  const requestFailed = (error: unknown): void =>
    log(`A request failed: ${error instanceof Error ? [error.name, ...framesOf(error)].join(' ') : typeof error}`);

  // The ports come first: the issuer in every token names one of them. Whoever calls early waits until the services stand.
  const main = openPort({ port: options.port, variable: 'PORT', bodyLimitBytes, tooLarge, failed: requestFailed });
  const cognito = openPort({
    port: options.cognitoPort,
    variable: 'COGNITO_PORT',
    bodyLimitBytes,
    tooLarge,
    failed: requestFailed,
  });
  closers.push(main.close, cognito.close);
  const [port, cognitoPort] = await Promise.all([main.port, cognito.port]);
  const graphqlUrl = `http://localhost:${port}/graphql`;
  const cognitoEndpoint = `http://localhost:${cognitoPort}`;

  if (isKept) closers.push(lockDataDir(dataDir));
  const database = openDatabase(dataDir);
  closers.push(database.close);
  const inbox = openInbox(database);
  const apiKey = options.apiKey ?? keepApiKey(dataDir, world);
  const credentials = temporaryCredentials(world);
  const kms = createKms({ database, world, accessKeyId: credentials.accessKeyId });
  const userPools = createUserPools({
    database,
    region: assembly.region,
    endpoint: cognitoEndpoint,
    world,
    deliver: inbox.deliver,
    accountId: assembly.accountId,
    generateDataKey: kms.generateDataKey,
    // Nobody is served before the stack and the host stand.
    invokeTrigger: (call) => invokeTrigger(call),
  });
  let stack = loadStack({ assembly, userPools, apiKey, graphqlUrl });

  const host = createLambdaHost({
    functions: stack.functions,
    log,
    variables: (fn) =>
      functionVariables(fn, {
        credentials,
        endpoint: cognitoEndpoint.replace('localhost', '127.0.0.1'),
        ...(environment.OPENAI_BASE_URL !== undefined && { openaiBaseUrl: environment.OPENAI_BASE_URL }),
      }),
    ...(options.compileCacheDir !== undefined && { compileCacheDir: options.compileCacheDir }),
  });
  closers.push(host.close);
  const invokeTrigger = triggerInvoker({ stack: () => stack, invoke: host.invoke, log });

  const apiOf = ({ api }: Stack): HttpHandler =>
    createGraphqlApi({
      model: api,
      apiKey,
      userPools: (id) => ({ issuer: userPools.issuer(id), jwks: () => userPools.jwks(id) }),
      invoke: host.invoke,
      world,
      log,
    }).handle;
  const outputsOf = ({ region, userPoolId, userPoolClientId }: Stack): Outputs => ({
    GraphQLUrl: graphqlUrl,
    ApiKey: apiKey,
    Region: region,
    UserPoolId: userPoolId,
    UserPoolClientId: userPoolClientId,
    CognitoEndpoint: cognitoEndpoint,
  });
  let api = apiOf(stack);
  let outputs = outputsOf(stack);
  if (isKept) writeOutputs(dataDir, outputs);

  const reload = (): void => {
    const next = loadStack({ assembly: ofSameStack(readAssembly(options.assembly), assembly), userPools, apiKey, graphqlUrl });
    api = apiOf(next);
    host.replace(next.functions);
    stack = next;
    outputs = outputsOf(next);
    if (isKept) writeOutputs(dataDir, outputs);
    log('The new synthesis is running.');
  };
  const failed = (error: unknown): void =>
    log(`The new synthesis is not taken over: ${error instanceof Error ? error.message : String(error)}`);
  closers.push(watchAssembly({ directory: options.assembly, since, reload, failed }));

  const home = createHome({ outputs: () => outputs });
  const devPages = createDevPages({ inbox, outputs: () => outputs });
  main.serve(
    onlyLoopback(async (request) => {
      if (isForHome(request)) return home(request);
      const path = request.url.split('?', 1)[0] ?? '/';
      if (path === '/dev' || path.startsWith('/dev/')) return devPages(request);
      return api(request);
    }),
  );
  const secrets = createSecrets({
    secretArns: () => stack.secretArns,
    accessKeyId: credentials.accessKeyId,
    ...(environment.OPENAI_API_KEY !== undefined && { openaiApiKey: environment.OPENAI_API_KEY }),
  });
  const mail = createMail({ deliver: inbox.deliver, world, accessKeyId: credentials.accessKeyId });
  cognito.serve(
    onlyLoopback(async (request) => {
      if (isForSecretsManager(request)) return secrets(request);
      if (isForSes(request)) return mail(request);
      if (isForKms(request)) return kms.handle(request);
      return userPools.handle(request);
    }),
  );

  return {
    get outputs() {
      return outputs;
    },
    inbox,
    invoke: host.invoke,
    userPools,
    close,
  };
}

/** In the form of a role's temporary credentials. They are known to the functions alone, and worth nothing elsewhere. */
function temporaryCredentials(world: World): { accessKeyId: string; secretAccessKey: string; sessionToken: string } {
  return {
    accessKeyId: `ASIA${world.randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: world.randomBytes(30).toString('base64'),
    sessionToken: world.randomBytes(60).toString('base64'),
  };
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
