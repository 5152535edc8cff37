import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../../services.ts';
import type { UserPool, UserPoolClient } from '../../store/pool-store.ts';
import type { Answers } from '../steps/step.ts';

export interface FlowRequest {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly parameters: Answers;
  /** The session of a sign-up that the same person has just confirmed. */
  readonly session?: string | undefined;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** A way to begin a sign-in. */
export interface Flow {
  /** Throws when the client has the flow off. */
  allowed(client: UserPoolClient): void;
  /** The auth parameters that must be there before anything is looked up. */
  readonly parameters: readonly string[];
  checkSecretHash(services: Services, client: UserPoolClient, parameters: Answers): void;
  begin(services: Services, request: FlowRequest): Promise<InitiateAuthResponse>;
}
