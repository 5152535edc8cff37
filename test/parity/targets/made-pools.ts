import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Target } from '../probe/target.ts';
import { probePools } from './pools.ts';
import { postTo } from './post.ts';

export interface Service {
  readonly region: string;
  /** Default: Amazon Cognito's own of the Region. */
  readonly endpoint?: string | undefined;
}

/** Pools that are made with the caller's AWS credentials, and deleted in the end. */
export function madePools({ region, endpoint }: Service): Target {
  const cognito = new CognitoIdentityProvider({ region, ...(endpoint !== undefined && { endpoint }) });
  const pools = probePools(cognito);
  return {
    from: endpoint ?? `Amazon Cognito, ${region}`,
    open: async (story) => ({
      ...(await pools.poolFor(story)),
      cognito,
      post: postTo(endpoint ?? `https://cognito-idp.${region}.amazonaws.com`),
      now: Date.now,
      close: async () => undefined,
    }),
    async close() {
      await pools.close();
      cognito.destroy();
    },
  };
}
