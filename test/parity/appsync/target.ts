import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { ResolverContext } from './story.ts';

/** The API of a stage: that of this machine, or a deployed one. Both are reached in the same way. */
export interface ApiTarget {
  /** Who answers, as the recording says it. */
  readonly from: string;
  readonly url: string;
  readonly apiKey: string;
  /** The stage's pool, where the probe makes its users. */
  readonly userPoolId: string;
  readonly cognito: CognitoIdentityProvider;
  readonly evaluate: Evaluate;
  close(): Promise<void>;
}

/** Evaluates a function of the resolver that every field has. */
export type Evaluate = (phase: 'request' | 'response', context: ResolverContext) => Promise<Evaluation>;

interface Evaluation {
  /** What the function returned; null if it did not return. */
  readonly result: unknown;
  /** The text of its error; null if there was none. */
  readonly error: string | null;
}
