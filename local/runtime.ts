import { bodyLimitBytes, tooLarge, unavailable } from './appsync/transport.ts';
import { readAssembly } from './assembly/assembly.ts';
import { synthesisTime, watchAssembly } from './assembly/watch.ts';
import { createAwsServices, internalFailure } from './aws/aws-services.ts';
import type { UserPools } from './cognito/server/user-pools.ts';
import { keepApiKey } from './data/api-key.ts';
import { keepCertificate } from './data/certificate.ts';
import { dataErrorOf } from './data/data-error.ts';
import { openDatabase } from './data/database.ts';
import { keepHouse } from './data/housekeeping.ts';
import { type Inbox, openInbox } from './data/inbox.ts';
import { type Outputs, writeOutputs } from './data/outputs.ts';
import { createStorageGuard } from './data/storage-guard.ts';
import { refuseJson } from './dev/respond.ts';
import { type Endpoints, openEndpoints } from './http/endpoints.ts';
import { onlyLoopback } from './http/guard.ts';
import type { Port } from './http/ports.ts';
import type { ProxyVariables } from './lambda/proxies.ts';
import { createMainPort } from './main-port.ts';
import { runStack } from './running-stack.ts';
import type { Settings } from './settings.ts';
import { movableClock } from './world/clock.ts';
import type { Invoke } from './world/invoke.ts';
import { realWorld, type World } from './world/world.ts';

export interface RuntimeOptions {
  /** The folder of the cloud assembly, `cdk.out`. */
  readonly assembly: string;
  /** `:memory:` keeps nothing. */
  readonly dataDir: string | ':memory:';
  /** 0 takes any free port. */
  readonly port: number;
  /** 0 takes any free port. */
  readonly cognitoPort: number;
  /** The domain by TLS, too, on this port. 0 takes any free port. Default: none. */
  readonly domainTlsPort?: number;
  /** If left out, it is created once and kept in the data directory. */
  readonly apiKey?: string;
  /** How many mails per day Cognito's own sender sends; no limit if left out. */
  readonly dailyEmails?: number;
  readonly world?: World;
  readonly environment?: Settings['environment'];
  /** The machine's proxies for the functions; none if left out. */
  readonly proxies?: ProxyVariables;
  /** The folder that `/app` serves. If it is left out or missing, the page there says how to build it. */
  readonly appDir?: string;
  /** The file of the seed users. If left out, there are none. */
  readonly seedFile?: string;
  /** The URL at which the functions find AWS's services. Default: this runtime. Tests may intercept it. */
  readonly serviceEndpoint?: string;
  /** Where Node stores compiled code of the functions. If left out, it is not stored. */
  readonly compileCacheDir?: string | undefined;
  /** Receives what the functions print, and faults of the services, line by line. */
  readonly log?: (line: string) => void;
}

export interface Runtime {
  readonly outputs: Outputs;
  /** The URL of the pool's domain by TLS: `https://localhost:4443`; undefined if there is none. */
  readonly domainUrl: string | undefined;
  readonly inbox: Inbox;
  readonly invoke: Invoke;
  readonly userPools: UserPools;
  close(): Promise<void>;
}

/**
 * Runs a synthesised stack on this machine. Throws `PortError`, `DataError`, `AssemblyError` or `IntrinsicError`, and
 * then leaves nothing open.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await compose(options, closers, close);
  } catch (error) {
    await close();
    throw dataErrorOf(error, options.dataDir) ?? error;
  }
}

async function compose(options: RuntimeOptions, closers: (() => unknown)[], close: () => Promise<void>): Promise<Runtime> {
  const { dataDir, log = () => undefined, environment = {}, appDir, seedFile } = options;
  const isKept = dataDir !== ':memory:';
  const since = synthesisTime(options.assembly);
  const assembly = readAssembly(options.assembly);
  const clock = movableClock(options.world ?? realWorld);
  const { world } = clock;

  // The ports are opened first, since the issuer in every token contains one of them.
  const endpoints = openEndpoints({
    port: options.port,
    cognitoPort: options.cognitoPort,
    log,
    bodyLimitBytes,
    tooLarge,
    unavailable,
  });
  closers.push(endpoints.close);
  const urls = await endpoints.urls;

  const database = openDatabase(dataDir);
  closers.push(database.close);
  if (database.lost !== undefined) log(database.lost);
  const domain = await openDomain(endpoints, options);
  const inbox = openInbox(database);
  const services = createAwsServices({
    database,
    world,
    inbox,
    region: assembly.region,
    accountId: assembly.accountId,
    endpoint: urls.cognitoEndpoint,
    openaiApiKey: environment.OPENAI_API_KEY,
    captchaSecretKey: environment.CAPTCHA_SECRET_KEY,
    dailyEmails: options.dailyEmails,
    // No request is served before the stack is running.
    invokeTrigger: (call) => running.invokeTrigger(call),
    declared: () => running.stack(),
  });
  const { userPools } = services;
  // The clock of an earlier run may have been ahead.
  userPools.backstage.timeWentBack();
  const running = runStack({
    assembly,
    directory: options.assembly,
    userPools,
    credentials: services.credentials,
    apiKey: options.apiKey ?? keepApiKey(dataDir, world),
    urls,
    serviceEndpoint: options.serviceEndpoint ?? urls.cognitoEndpoint,
    world,
    openaiBaseUrl: environment.OPENAI_BASE_URL,
    captchaVerifyUrl: environment.CAPTCHA_VERIFY_URL,
    proxies: options.proxies,
    secretString: (id) => environment.FEDERATION_SECRETS?.get(id),
    compileCacheDir: options.compileCacheDir,
    log,
    publish: (outputs) => isKept && writeOutputs(dataDir, outputs),
  });
  closers.push(running.close);
  const failed = (error: unknown): void =>
    log(`The new synthesis is not taken over: ${error instanceof Error ? error.message : String(error)}`);
  closers.push(watchAssembly({ directory: options.assembly, since, reload: running.reload, failed }));

  const { outputs, api, stack, invoke } = running;
  const storage = createStorageGuard(database, world.now, log);
  closers.push(keepHouse({ database, purge: userPools.purge, guard: storage }));
  const mainPort = createMainPort({ outputs, api, stack, inbox, clock, backstage: userPools.backstage, appDir, seedFile });
  endpoints.main.serve(storage.guard(mainPort, (message) => refuseJson(503, 'StorageFault', message)));
  endpoints.cognito.serve(storage.guard(services.handle, internalFailure));
  domain?.port.serve(storage.guard(onlyLoopback(userPools.domainByTls(domain.url)), internalFailure));
  // Once everything is running, the ports must close first, since running requests still need everything else.
  closers.push(endpoints.close);
  return {
    get outputs() {
      return outputs();
    },
    domainUrl: domain?.url,
    inbox,
    invoke,
    userPools,
    close,
  };
}

/** Browsers and programs check the certificate against the time of the machine, whatever the clock on `/dev` says. */
async function openDomain(
  endpoints: Endpoints,
  { dataDir, domainTlsPort }: RuntimeOptions,
): Promise<{ readonly port: Port; readonly url: string } | undefined> {
  if (domainTlsPort === undefined) return undefined;
  const port = endpoints.openDomain(domainTlsPort, await keepCertificate(dataDir, realWorld.now()));
  return { port, url: `https://localhost:${await port.port}` };
}
