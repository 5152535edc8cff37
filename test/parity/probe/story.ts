import type {
  CognitoIdentityProvider,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';

/** What a pool and its client are made with, beyond `plainPool` and `plainClient`. */
export interface PoolWanted {
  readonly pool?: Partial<CreateUserPoolCommandInput>;
  readonly client?: Partial<CreateUserPoolClientCommandInput>;
  /** Given to SetUserPoolMfaConfig after the pool is made. Default: not called. */
  readonly mfa?: Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>;
}

/** What only the embedded pool can give a story. Any other target does not run it, and the report says why. */
type Need = 'mailbox' | 'clock';

/**
 * Questions to a user pool, asked by the real SDK. The recording of its calls and their answers is what is compared.
 */
export interface Story {
  /** A sentence that names what is asked. It is the key of the recording, so it is unique. */
  readonly name: string;
  /** The facts of docs/aws-behaviour that the answers settle. */
  readonly asks: readonly string[];
  readonly wants?: PoolWanted;
  readonly needs?: Need;
  /**
   * It changes more of the pool than its users, and is not run against the pool of a deployed stage. Default: false.
   */
  readonly changesPool?: true;
  run(stage: Stage): Promise<void>;
}

/** A pool of its own for one story, and what the story needs besides the SDK. */
export interface Stage {
  readonly userPoolId: string;
  readonly clientId: string;
  /** The SDK's client. Every call and its answer are recorded, unless `quietly` makes it. */
  readonly cognito: CognitoIdentityProvider;
  /** Makes calls that only prepare the question. They are not recorded. */
  quietly<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A password that fits the policy, made up for this run. */
  readonly password: string;
  /** A user name for this run. The recording shows the short name. */
  name(short: string): string;
  /** An address that takes mail and has no reader. */
  address(short: string): string;
  /** A request that the SDK would not send, to an operation that needs no signature. It is recorded, too. */
  post(operation: string, body: unknown): Promise<void>;
  /** Milliseconds. The embedded pool has a clock of its own. */
  now(): number;
  /** Needs `clock`. */
  advance(seconds: number): void;
  /** The newest code that was sent to an address. Needs `mailbox`. */
  codeFor(address: string): string;
}

/**
 * A call of a story as the recording keeps it. What differs from run to run is replaced by a word such as `<session>`.
 */
export interface Step {
  readonly operation: string;
  readonly input: unknown;
  readonly output?: unknown;
  readonly refused?: { readonly name: string; readonly message: string };
}

export interface Recording {
  readonly story: string;
  /** Who gave the answers. */
  readonly from: string;
  readonly steps: readonly Step[];
}
