import { setImmediate } from 'node:timers/promises';
import type { InvokeTrigger, TriggerOutcome } from '../../../local/cognito/invoke-trigger.ts';
import type { UserPools } from '../../../local/cognito/server/user-pools.ts';
import { openDatabase } from '../../../local/data/database.ts';
import { createTestPool, createTestPools, password, type TestPool } from './pool.ts';

/** An event as a function sees it: JSON. */
export type Event = ReturnType<typeof JSON.parse>;
export type TriggerFunction = (event: Event) => unknown;

/** How a function may fail, apart from throwing an error. */
export type Failure = 'throws' | 'rubbish' | 'half' | 'null' | 'hangs' | 'runs out of time' | 'is missing' | 'is forbidden';

export interface TriggerPool extends TestPool {
  readonly invokeTrigger: InvokeTrigger;
  /** Every call, oldest first, as `source` and event. */
  readonly calls: Event[];
  sources(): string[];
  /** Changes the answer of a trigger from now on. */
  set(trigger: string, behaviour: TriggerFunction | Failure): void;
  /** Everything that is stored about users, their codes and sign-ins, except attempts, which are always counted. */
  stored(): string;
}

const arn = (trigger: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${trigger}`;
const versioned = (trigger: string) => /^(.+?)V([23])$/.exec(trigger);

/** A pool whose triggers are functions of the test. `PreTokenGenerationV2` is version 2 of that trigger. */
export function createTriggerPool(
  functions: Readonly<Record<string, TriggerFunction>>,
  pool: Record<string, unknown> = {},
  client: Record<string, unknown> = {},
  beforeClient?: (pools: UserPools, userPoolId: string) => void,
): TriggerPool {
  const behaviours = new Map<string, TriggerFunction | Failure>(Object.entries(functions));
  const calls: Event[] = [];
  const deadlines = new Map<number, () => void>();
  let deadline = 0;
  const invokeTrigger: InvokeTrigger = async ({ functionArn, userPoolArn, event }): Promise<TriggerOutcome> => {
    const copy: Event = JSON.parse(JSON.stringify(event));
    calls.push(structuredClone(copy));
    if (userPoolArn !== `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${copy.userPoolId}`) {
      throw new Error(`The pool's ARN is ${userPoolArn}.`);
    }
    const behaviour = behaviours.get(functionArn.slice(arn('').length));
    if (typeof behaviour !== 'function') return fail(behaviour, copy, () => Array.from(deadlines.values()).at(-1)?.());
    try {
      return { ok: true, payload: JSON.parse(JSON.stringify((await behaviour(copy)) ?? null)) };
    } catch (error) {
      return { ok: false, errorType: 'Error', errorMessage: error instanceof Error ? error.message : String(error) };
    }
  };
  const database = openDatabase(':memory:');
  const world = createTestPools(database, {
    invokeTrigger,
    after: (ms, callback) => {
      if (ms !== 5_000) throw new Error(`Cognito waits ${ms} ms.`);
      deadline += 1;
      const key = deadline;
      deadlines.set(key, callback);
      return () => void deadlines.delete(key);
    },
  });
  const config = Object.keys(functions).map((trigger) => {
    const [, name, version] = versioned(trigger) ?? [];
    if (trigger === 'InboundFederation') return [trigger, { LambdaArn: arn(trigger), LambdaVersion: 'V1_0' }];
    if (name === undefined) return [trigger, arn(trigger)];
    return [`${name}Config`, { LambdaArn: arn(trigger), LambdaVersion: `V${version}_0` }];
  });
  const tables = ['user', 'sign_in_name', 'code', 'session', 'sign_in', 'refresh_token'];
  return {
    ...createTestPool(
      { LambdaConfig: Object.fromEntries(config), ...pool },
      {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        ...client,
      },
      world,
      (userPoolId) => beforeClient?.(world.pools, userPoolId),
    ),
    invokeTrigger,
    calls,
    sources: () => calls.map(({ triggerSource }) => triggerSource),
    set: (trigger, behaviour) => void behaviours.set(trigger, behaviour),
    stored: () => JSON.stringify(tables.map((table) => database.sql.prepare(`SELECT * FROM ${table}`).all())),
  };
}

async function fail(failure: Failure | undefined, event: Event, passTheDeadline: () => void): Promise<TriggerOutcome> {
  switch (failure) {
    case 'throws':
      return { ok: false, errorType: 'Error', errorMessage: 'Members only' };
    case 'rubbish':
      return { ok: true, payload: 'OK' };
    case 'half':
      return { ok: true, payload: { response: event.response } };
    case 'null':
      return { ok: true, payload: null };
    case 'runs out of time':
      return { ok: false, errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 5.00 seconds' };
    case 'hangs':
      await setImmediate();
      passTheDeadline();
      return new Promise(() => undefined);
    case 'is forbidden':
      return { refused: 'AccessDeniedException' };
    default:
      return { refused: 'ResourceNotFoundException' };
  }
}

/** What the caller of Cognito sees of each failure. */
export function exceptionOf(failure: Failure, trigger: string): { name: string; message: string } {
  const unexpected = (reason: string) => ({
    name: 'UnexpectedLambdaException',
    message: `${trigger} invocation failed due to error ${reason}`,
  });
  const unrecognizable = { name: 'InvalidLambdaResponseException', message: 'Unrecognizable lambda output' };
  return {
    throws: { name: 'UserLambdaValidationException', message: `${trigger} failed with error Members only.` },
    rubbish: unrecognizable,
    half: unrecognizable,
    null: unrecognizable,
    hangs: unexpected('Socket timeout while invoking Lambda function.'),
    'runs out of time': unexpected('Socket timeout while invoking Lambda function.'),
    'is missing': unexpected('ResourceNotFoundException.'),
    'is forbidden': unexpected('AccessDeniedException.'),
  }[failure];
}

export const unchanged: TriggerFunction = (event: Event) => event;
export const answering =
  (response: object): TriggerFunction =>
  (event: Event) => ({ ...event, response });

export const email = (name: string) => ({ Name: 'email', Value: `${name}@example.com` });
export const signUp = ({ cognito, clientId }: TriggerPool, Username: string, more: object = {}) =>
  cognito.signUp({ ClientId: clientId, Username, Password: password, UserAttributes: [email(Username)], ...more });
export const login = (
  { cognito, clientId }: TriggerPool,
  USERNAME: string,
  PASSWORD = password,
  ClientMetadata?: Record<string, string>,
) =>
  cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
    ...(ClientMetadata && { ClientMetadata }),
  });
