import type { InvokeTrigger } from '../../local/cognito/invoke-trigger.ts';
import { listen } from '../../local/http/http.ts';
import type { HttpRequest } from '../../local/http/http-message.ts';
import { createTestPool, createTestPools, type TestPool } from '../support/cognito/pool.ts';
import type { TriggerFunction } from '../support/cognito/trigger-pool.ts';
import { runningClock, worldOf } from '../support/world.ts';

/** A pool on a port of this machine, in real time, as clients written by others need it. */
export interface ClientWorld extends TestPool {
  readonly endpoint: string;
  /** The requests of the clients, oldest first: `InitiateAuth USER_SRP_AUTH`. */
  readonly operations: string[];
  /** Moves the pool's clock, not the client's. They may differ by five minutes because of SRP's timestamps. */
  advance(seconds: number): void;
  now(): number;
  /** A user who has a temporary password. */
  invitedUser(username: string, temporaryPassword: string): Promise<void>;
  close(): Promise<void>;
}

/** `triggers` are the functions of `LambdaConfig`, by their names there. */
export async function clientWorld(
  pool: Record<string, unknown>,
  client: Record<string, unknown>,
  triggers: Readonly<Record<string, TriggerFunction>> = {},
): Promise<ClientWorld> {
  const operations: string[] = [];
  let handle: TestPool['pools']['handle'] | undefined;
  const listener = await listen(
    async (request) => {
      if (!handle) throw new Error('The pool is not there yet.');
      if (request.headers['x-amz-target']) operations.push(nameOf(request));
      return handle(request);
    },
    { port: 0, bodyLimitBytes: 1_000_000, tooLarge: { status: 413, headers: {}, body: '' } },
  );
  const endpoint = `http://localhost:${listener.port}`;
  const LambdaConfig = Object.fromEntries(Object.keys(triggers).map((name) => [name, `${functions}${name}`]));
  const invokeTrigger: InvokeTrigger = async ({ functionArn, event }) => {
    const payload: unknown = triggers[functionArn.slice(functions.length)]?.(structuredClone(event));
    return { ok: true, payload };
  };
  const clock = runningClock();
  const pools = createTestPools(undefined, { endpoint, world: worldOf(clock), invokeTrigger });
  const world = createTestPool({ LambdaConfig, ...pool }, client, pools);
  handle = world.pools.handle;
  return {
    ...world,
    endpoint,
    operations,
    now: clock.now,
    advance: (seconds) => clock.advance({ seconds }),
    async invitedUser(Username, TemporaryPassword) {
      await world.cognito.adminCreateUser({
        UserPoolId: world.userPoolId,
        Username,
        TemporaryPassword,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      });
    },
    close: () => listener.close(),
  };
}

const functions = 'arn:aws:lambda:eu-west-1:123456789012:function:';

function nameOf({ headers, body }: HttpRequest): string {
  const { AuthFlow, ChallengeName } = JSON.parse(body);
  return [headers['x-amz-target']?.split('.').at(-1), AuthFlow ?? ChallengeName].filter(Boolean).join(' ');
}
