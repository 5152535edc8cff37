import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';

type RetryStrategy = Extract<NonNullable<CognitoIdentityProviderClientConfig['retryStrategy']>, { recordSuccess: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategy['acquireInitialRetryToken']>>;
type RetryError = Parameters<RetryStrategy['refreshRetryTokenForRetry']>[1];

/**
 * One more attempt where the first was most likely not carried out: no connection, a throttled call, a 5xx. Two rules differ from
 * the SDK's standard strategy:
 * - A request that timed out is not sent again. It may have been carried out, and then the second attempt blames the user for
 *   the first: the name exists already, the code and the session are spent.
 * - Cognito's LimitExceededException is a limit by the hour for one user, not throttling (`API_InitiateAuth`, quotas).
 */
export const retryStrategy: RetryStrategy = {
  acquireInitialRetryToken: async () => token(0, 0),
  refreshRetryTokenForRetry: async (previous, error) => {
    const attempts = previous.getRetryCount() + 1;
    if (attempts >= MAX_ATTEMPTS || !isWorthRetrying(error)) throw new Error('No retry token available.');
    return token(attempts, BASE_DELAY_MS * (1 + Math.random()));
  },
  recordSuccess: () => undefined,
};

const MAX_ATTEMPTS = 2;
const BASE_DELAY_MS = 100;

function isWorthRetrying({ errorType, error }: RetryError): boolean {
  if (errorType === 'THROTTLING') return error?.name !== 'LimitExceededException';
  return errorType === 'TRANSIENT' && !(error && 'code' in error && error.code === 'ETIMEDOUT');
}

function token(retryCount: number, delayMs: number): RetryToken {
  return { getRetryCount: () => retryCount, getRetryDelay: () => delayMs };
}
