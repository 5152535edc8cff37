import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { OpenSession } from '../../secrets/challenge-sessions.ts';
import type { Services } from '../../services.ts';
import type { UserPool, UserPoolClient } from '../../store/pool-store.ts';
import type { FirstFactor, Outcome } from '../steps/outcome.ts';
import type { Answers, Situation } from '../steps/step.ts';

export interface FlowRequest {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly parameters: Answers;
  /** The session of a sign-up that the same person has just confirmed. */
  readonly session?: string | undefined;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** A sign-in that has begun: its user, and the result of its first step. */
export interface BegunSignIn {
  readonly situation: Situation;
  readonly outcome: Outcome;
  /** The session of a sign-up that the sign-in continues and consumes. */
  readonly session?: OpenSession;
  /** The factors that the user may choose from, shown together with the following challenge. */
  readonly available?: readonly FirstFactor[];
}

/** New tokens for an earlier sign-in. */
interface Renewed {
  readonly tokens: AuthenticationResultType;
}

/** A way to begin a sign-in. */
export interface Flow {
  /** Throws if the client has disabled the flow. */
  allowed(client: UserPoolClient): void;
  /** The auth parameters that must be present before anything is looked up. */
  readonly parameters: readonly string[];
  checkSecretHash(services: Services, client: UserPoolClient, parameters: Answers): void;
  begin(services: Services, request: FlowRequest): Promise<BegunSignIn | Renewed>;
}
