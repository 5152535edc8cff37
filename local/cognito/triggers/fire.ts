import type { TriggerCall, TriggerOutcome } from '../invoke-trigger.ts';
import { poolArn } from '../pools/pool-output.ts';
import type { Services } from '../services.ts';
import type { LambdaConfig } from '../settings/lambda-config.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { identitiesAttribute } from '../users/identities.ts';
import { CognitoError } from '../wire/errors.ts';
import { members, unrecognizable } from './response-members.ts';
import { type Occasion, type Request, type Response, type Strings, type TriggerName, triggers } from './table.ts';

/** The caller whose request fires a trigger. */
export interface Caller {
  /** Null for an administrator. */
  readonly clientId: string | null;
  /**
   * The metadata that the operation passes to this trigger. API_InitiateAuth and API_RespondToAuthChallenge say which
   * operation passes what.
   */
  readonly clientMetadata?: Strings | undefined;
}

export type TriggerEffects = Pick<Services, 'invokeTrigger' | 'after' | 'region' | 'accountId'>;

interface Firing<T extends TriggerName> {
  readonly occasion: Occasion<T>;
  readonly userName: string;
  readonly caller: Caller;
  readonly request: Omit<Request<T>, 'clientMetadata'>;
}

/**
 * Calls the pool's function for an occasion and returns the members of its answer; undefined if the pool has no such
 * trigger. Throws UserLambdaValidationException with the function's own text, InvalidLambdaResponseException for an
 * invalid answer, and UnexpectedLambdaException if there is no answer within five seconds, no such function, or no
 * permission for Cognito to call it.
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.five-seconds
 */
export async function fire<T extends TriggerName>(
  effects: TriggerEffects,
  pool: UserPool,
  trigger: T,
  { occasion, userName, caller, request }: Firing<T>,
): Promise<Response<T> | undefined> {
  const functionArn = functionOf(pool, trigger);
  if (functionArn === undefined) return undefined;
  const { name, source, blank, reads } = triggers[trigger];
  const { clientId, clientMetadata } = caller;
  const call = callOf(effects, pool, functionArn, {
    version: versionOf(pool, trigger),
    triggerSource: `${source}_${occasion}`,
    userName,
    clientId,
    request: { ...request, ...(clientMetadata && { clientMetadata }) },
    response: blank,
  });
  const outcome = await inTime(effects, effects.invokeTrigger(call));
  if (outcome === 'late') throw unexpected(name, 'Socket timeout while invoking Lambda function.');
  if ('refused' in outcome) throw unexpected(name, `${outcome.refused}.`);
  if (!outcome.ok) {
    if (outcome.errorType === 'Sandbox.Timedout') throw unexpected(name, 'Socket timeout while invoking Lambda function.');
    throw new CognitoError('UserLambdaValidationException', `${name} failed with error ${outcome.errorMessage}.`);
  }
  return readResponse(reads, responseOf(outcome.payload, call.event));
}

interface EventMembers {
  readonly version?: string;
  readonly triggerSource: string;
  readonly userName: string;
  readonly clientId: string | null;
  readonly request: object;
  readonly response: object;
}

/** A call with the members that all events have. */
export function callOf(
  effects: Pick<Services, 'region' | 'accountId'>,
  pool: UserPool,
  functionArn: string,
  { version = '1', triggerSource, userName, clientId, request, response }: EventMembers,
): TriggerCall {
  const event = {
    version,
    triggerSource,
    region: effects.region,
    userPoolId: pool.id,
    userName,
    callerContext: {
      // Cognito's value for an unknown SDK.
      awsSdkVersion: 'aws-sdk-unknown-unknown',
      clientId: clientId ?? 'CLIENT_ID_NOT_APPLICABLE',
    },
    request,
    response,
  };
  return { functionArn, userPoolArn: poolArn(effects, pool), event };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html */
const patienceMs = 5_000;

/** The function keeps running after Cognito has stopped waiting for it. */
async function inTime({ after }: Pick<Services, 'after'>, outcome: Promise<TriggerOutcome>): Promise<TriggerOutcome | 'late'> {
  let cancel = (): void => undefined;
  const late = new Promise<'late'>((resolve) => {
    cancel = after(patienceMs, () => resolve('late'));
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    cancel();
  }
}

function unexpected(name: string, reason: string): CognitoError {
  return new CognitoError('UnexpectedLambdaException', `${name} invocation failed due to error ${reason}`);
}

/**
 * The answer must be the event itself with its response filled in: complete, and with nothing added.
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.whole-event
 */
function responseOf(payload: unknown, event: object): Readonly<Record<string, unknown>> {
  const answer = members(payload);
  const expected = Object.entries(event);
  if (Object.keys(answer).length !== expected.length) throw unrecognizable();
  for (const [name, value] of expected) if (typeof answer[name] !== typeof value || answer[name] === null) throw unrecognizable();
  return members(answer['response']);
}

function readResponse<R extends object>(reads: { readonly [M in keyof R]: (value: unknown) => R[M] }, given: object): R {
  const read = Object.entries(reads).map(([name, reader]) => {
    // `reads` only has readers for members of the response.
    const value: unknown = Reflect.get(given, name);
    return [name, (reader as (value: unknown) => unknown)(value)];
  });
  // Each member was read by its own reader.
  return Object.fromEntries(read) as R;
}

function functionOf({ settings }: UserPool, trigger: TriggerName): string | undefined {
  const config: LambdaConfig = settings.LambdaConfig ?? {};
  const { PreTokenGeneration, PreTokenGenerationConfig: token, InboundFederation } = config;
  if (trigger === 'InboundFederation') return InboundFederation?.LambdaArn;
  if (trigger === 'PreTokenGeneration')
    return !token || token.LambdaVersion === 'V1_0' ? (token?.LambdaArn ?? PreTokenGeneration) : undefined;
  if (trigger === 'PreTokenGenerationV2') return token && token.LambdaVersion !== 'V1_0' ? token.LambdaArn : undefined;
  return config[trigger];
}

function versionOf({ settings }: UserPool, trigger: TriggerName): string {
  if (trigger !== 'PreTokenGenerationV2') return '1';
  return settings.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion === 'V3_0' ? '3' : '2';
}

/** The attributes of a user, as triggers see them. */
export function attributesOf(user: Pick<User, 'sub' | 'status' | 'attributes'> & Partial<Pick<User, 'identities'>>): Strings {
  const identities = identitiesAttribute({ identities: user.identities ?? [] });
  return { sub: user.sub, ...(identities && { identities }), 'cognito:user_status': user.status, ...user.attributes };
}
