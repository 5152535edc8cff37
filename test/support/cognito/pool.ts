import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { UserPoolsOptions } from '../../../local/cognito/server/open-services.ts';
import { createUserPools, type UserPools } from '../../../local/cognito/server/user-pools.ts';
import { type Database, openDatabase } from '../../../local/data/database.ts';
import type { Message } from '../../../local/data/message.ts';
import type { HttpHandler } from '../../../local/http/http-message.ts';
import { sdkWire } from '../wire/in-process.ts';
import { type Clock, standingClock, worldOf } from '../world.ts';

export interface TestPools {
  readonly database: Database;
  readonly pools: UserPools;
  /** What the pools were made of. */
  readonly options: UserPoolsOptions;
  readonly clock: Clock;
  /** Everything delivered, oldest first. */
  readonly outbox: Message[];
  /** The real SDK client, talking to `pools.handle` in this process. */
  readonly cognito: CognitoIdentityProvider;
}

export interface TestPool extends TestPools {
  readonly userPoolId: string;
  readonly clientId: string;
  /** The newest code or temporary password sent to an address. */
  codeFor(to: string): string;
  /** A confirmed user with this password. */
  confirmedUser(
    username: string,
    attributes?: Record<string, string>,
  ): Promise<{ username: string; password: string; sub: string }>;
}

export const endpoint = 'http://localhost:4001';
export const password = 'Passw0rd! is right';

export function createTestPools(
  database: Database = openDatabase(':memory:'),
  options: Partial<UserPoolsOptions> = {},
): TestPools {
  const clock = standingClock(Date.parse('2026-03-01T12:00:00.500Z'));
  const outbox: Message[] = [];
  const made: UserPoolsOptions = {
    database,
    region: 'eu-west-1',
    endpoint,
    world: worldOf(clock),
    deliver: (message) => outbox.push(message),
    onInternalError: (error) => {
      throw error;
    },
    ...options,
  };
  const pools = createUserPools(made);
  return { database, pools, options: made, clock, outbox, cognito: sdkFor(pools.handle) };
}

/**
 * A pool and a client made from CloudFormation properties, merged into ones that suit most tests. `beforeClient` makes
 * what the client refers to.
 */
export function createTestPool(
  pool: Record<string, unknown> = {},
  client: Record<string, unknown> = {},
  world: TestPools = createTestPools(),
  beforeClient: (userPoolId: string) => void = () => undefined,
): TestPool {
  const { pools, outbox, cognito } = world;
  const userPoolId = pools.provisionUserPool('Pool', {
    AliasAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    ...pool,
  });
  beforeClient(userPoolId);
  const clientId = pools.provisionUserPoolClient('Client', {
    UserPoolId: userPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    ...client,
  });
  return {
    ...world,
    userPoolId,
    clientId,
    codeFor(to) {
      const message = outbox.findLast((sent) => sent.to === to);
      if (!message?.code) throw new Error(`Nothing with a code was sent to ${to}.`);
      return message.code;
    },
    async confirmedUser(username, attributes = { email: `${username}@example.com`, email_verified: 'true' }) {
      const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
      const { User } = await cognito.adminCreateUser({
        UserPoolId: userPoolId,
        Username: username,
        UserAttributes,
        MessageAction: 'SUPPRESS',
      });
      await cognito.adminSetUserPassword({ UserPoolId: userPoolId, Username: username, Password: password, Permanent: true });
      return { username, password, sub: User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value ?? '' };
    },
  };
}

/** The SDK's client with dummy credentials and no retries. Its requests stay in this process. */
function sdkFor(handle: HttpHandler): CognitoIdentityProvider {
  return new CognitoIdentityProvider({
    region: 'eu-west-1',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: sdkWire(handle),
  });
}

/** The error of a refused call. Fails if the call was not refused. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return { name: error.name, message: error.message };
    throw error;
  }
  throw new Error('The call was not refused.');
}

/** The errors of several refused calls that run at the same time. */
export function refusals(calls: readonly Promise<unknown>[]): Promise<{ name: string; message: string }[]> {
  return Promise.all(calls.map(refusal));
}
