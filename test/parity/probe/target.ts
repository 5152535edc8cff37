import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Story } from './story.ts';

/** Where stories are run: the embedded pool, pools that the probe makes elsewhere, or the pool of a deployed stage. */
export interface Target {
  /** Who answers, as the recording says it: `the embedded user pool`. */
  readonly from: string;
  /** Opens a pool for a story, or says why the story cannot be run here. */
  open(story: Story): Promise<OpenedPool | NotRun>;
  close(): Promise<void>;
}

export interface NotRun {
  readonly notRun: string;
}

export interface OpenedPool {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly cognito: CognitoIdentityProvider;
  /** An unsigned request as AWS JSON 1.1. */
  post(operation: string, body: string): Promise<{ readonly status: number; readonly body: string }>;
  now(): number;
  /** Left out where time cannot be moved. */
  readonly advance?: (seconds: number) => void;
  /** Left out where mail cannot be read. */
  readonly codeFor?: (address: string) => string;
  /** Removes what must not stay until the next story. */
  close(): Promise<void>;
}
