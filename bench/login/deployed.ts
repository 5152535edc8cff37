import { readAssembly } from '../../local/assembly/assembly.ts';
import { loadStack } from '../../local/assembly/stack.ts';

/** The user function as it is deployed. */
export interface Deployed {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads the function that serves `login` from the cloud assembly. */
export function readUserFunction(): Deployed {
  const stack = loadStack({
    assembly: readAssembly('cdk.out'),
    userPools: {
      provisionUserPool: () => 'us-east-1_Benchmark',
      provisionUserPoolClient: () => 'b'.repeat(26),
      provisionUserPoolDomain: () => 'benchmark',
      provisionIdentityProvider: () => 'benchmark',
      provisionManagedLoginBranding: () => 'benchmark',
      provisionUserPoolResourceServer: () => 'benchmark',
      provisionUserPoolSessions: () => 'benchmark',
      provisionUserPoolGroup: (logicalId) => logicalId,
      userPoolClientSecret: () => null,
      issuer: () => 'http://localhost',
    },
    apiKey: `da2-${'b'.repeat(26)}`,
    graphqlUrl: 'http://localhost/graphql',
  });
  const resolver = stack.api.resolvers.find(({ fieldName }) => fieldName === 'login');
  const arn = resolver?.dataSource.type === 'AWS_LAMBDA' ? resolver.dataSource.functionArn : '';
  const found = stack.functions.get(arn);
  if (found === undefined) throw new Error('No function serves login.');
  return { folder: found.codeDirectory, environment: found.variables };
}
