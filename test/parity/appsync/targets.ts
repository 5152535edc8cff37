import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { startSystem } from '../../support/system.ts';
import { evaluateAtAppSync, evaluateHere } from './evaluate.ts';
import type { ApiTarget } from './target.ts';

/** What the outputs of a stage say of its API. */
interface DeployedApi {
  readonly region: string;
  readonly url: string;
  readonly apiKey: string;
  readonly userPoolId: string;
  /** Default: Amazon Cognito's own of the Region. */
  readonly cognitoEndpoint?: string | undefined;
  /** Default: AppSync's own of the Region. */
  readonly appsyncEndpoint?: string | undefined;
}

/** The API of a deployed stage, with the caller's AWS credentials. */
export function deployedApi({ region, url, apiKey, userPoolId, cognitoEndpoint, appsyncEndpoint }: DeployedApi): ApiTarget {
  const cognito = new CognitoIdentityProvider({ region, ...(cognitoEndpoint !== undefined && { endpoint: cognitoEndpoint }) });
  return {
    from: `the API ${url}`,
    url,
    apiKey,
    userPoolId,
    cognito,
    evaluate: evaluateAtAppSync({ cognito, region, endpoint: appsyncEndpoint }),
    close: async () => cognito.destroy(),
  };
}

/** The dev stage on this machine, on a free port. */
export async function laptopApi(): Promise<ApiTarget> {
  const system = await startSystem({ dataDir: ':memory:' });
  const { GraphQLUrl, ApiKey, Region, UserPoolId, CognitoEndpoint } = system.runtime.outputs;
  const cognito = new CognitoIdentityProvider({
    region: Region,
    endpoint: CognitoEndpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    from: 'the local AppSync endpoint',
    url: GraphQLUrl,
    apiKey: ApiKey,
    userPoolId: UserPoolId,
    cognito,
    evaluate: evaluateHere(),
    async close() {
      cognito.destroy();
      await system.close();
    },
  };
}
