import { createGraphqlApi } from './appsync/graphql-api.ts';
import { type Assembly, ofSameStack, readAssembly } from './assembly/assembly.ts';
import { loadStack, type Stack } from './assembly/stack.ts';
import type { Credentials } from './aws/aws-services.ts';
import { captchaPath } from './aws/captcha.ts';
import type { InvokeTrigger } from './cognito/invoke-trigger.ts';
import type { UserPools } from './cognito/server/user-pools.ts';
import type { Outputs } from './data/outputs.ts';
import type { Urls } from './http/endpoints.ts';
import type { HttpHandler } from './http/http-message.ts';
import { createLambdaHost } from './lambda/host.ts';
import type { ProxyVariables } from './lambda/proxies.ts';
import { functionVariables } from './lambda/variables.ts';
import { triggerInvoker } from './trigger-invoker.ts';
import type { Invoke } from './world/invoke.ts';
import type { World } from './world/world.ts';

export interface RunningStackOptions {
  readonly assembly: Assembly;
  /** The folder that is read again after each synthesis. */
  readonly directory: string;
  readonly userPools: UserPools;
  readonly credentials: Credentials;
  readonly apiKey: string;
  readonly urls: Urls;
  /** The URL at which the functions find the services. */
  readonly serviceEndpoint: string;
  readonly world: World;
  readonly openaiBaseUrl: string | undefined;
  /** Undefined for that of this machine. */
  readonly captchaVerifyUrl: string | undefined;
  readonly proxies: ProxyVariables | undefined;
  /** The secrets of identity providers that the developer has set. */
  readonly secretString: (id: string) => string | undefined;
  readonly compileCacheDir: string | undefined;
  readonly log: (line: string) => void;
  /** Called with the outputs at the start, and whenever they may have changed. */
  readonly publish: (outputs: Outputs) => void;
}

/** A stack with its functions and its API, from the newest synthesis that could be used. */
export interface RunningStack {
  readonly stack: () => Stack;
  readonly outputs: () => Outputs;
  readonly api: HttpHandler;
  readonly invoke: Invoke;
  readonly invokeTrigger: InvokeTrigger;
  /** Switches to a new synthesis. If it is incomplete, it throws and keeps the old one running. */
  reload(): void;
  close(): unknown;
}

/** Throws `AssemblyError` or `IntrinsicError`. */
export function runStack(options: RunningStackOptions): RunningStack {
  const { userPools, credentials, apiKey, urls, world, openaiBaseUrl, proxies, compileCacheDir, log, publish, serviceEndpoint } =
    options;
  const { graphqlUrl, cognitoEndpoint } = urls;
  const endpoint = serviceEndpoint.replace('localhost', '127.0.0.1');
  const load = (assembly: Assembly): Stack =>
    loadStack({ assembly, userPools, apiKey, graphqlUrl, secretString: options.secretString });
  let stack = load(options.assembly);

  const host = createLambdaHost({
    functions: stack.functions,
    now: world.now,
    log,
    variables: (fn) =>
      functionVariables(fn, {
        credentials,
        endpoint,
        userPoolDomain: cognitoEndpoint,
        captchaVerifyUrl: options.captchaVerifyUrl ?? `${endpoint}${captchaPath}`,
        ...(openaiBaseUrl !== undefined && { openaiBaseUrl }),
        proxies,
      }),
    compileCacheDir,
  });
  const apiOf = ({ api }: Stack): HttpHandler =>
    createGraphqlApi({
      model: api,
      apiKey,
      userPools: (id) => ({ issuer: userPools.issuer(id), jwks: () => userPools.jwks(id) }),
      invoke: host.invoke,
      world,
      log,
    }).handle;
  let api = apiOf(stack);
  const outputs = (): Outputs => ({
    GraphQLUrl: graphqlUrl,
    ApiKey: apiKey,
    Region: stack.region,
    UserPoolId: stack.userPoolId,
    UserPoolClientId: stack.userPoolClientId,
    CognitoEndpoint: cognitoEndpoint,
  });
  publish(outputs());

  return {
    stack: () => stack,
    outputs,
    api: (request) => api(request),
    invoke: host.invoke,
    invokeTrigger: triggerInvoker({ stack: () => stack, invoke: host.invoke, log }),
    reload() {
      const next = load(ofSameStack(readAssembly(options.directory), options.assembly));
      api = apiOf(next);
      host.replace(next.functions);
      stack = next;
      publish(outputs());
      log('The new synthesis is running.');
    },
    close: host.close,
  };
}
