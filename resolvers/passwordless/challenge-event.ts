/** The common part of the events of the three triggers of a custom sign-in, as far as they use it. */
export interface ChallengeEvent<Request, Response> {
  /** Of a user who does not exist, what was typed. */
  readonly userName: string;
  readonly request: Request & {
    readonly userAttributes: Readonly<Record<string, string>>;
    /**
     * True for a user who does not exist, if the client hides that. They go through the same steps, but can never sign
     * in.
     */
    readonly userNotFound?: boolean;
  };
  response: Response;
}

/** One round, oldest first. */
export interface Round {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  /** Set by CreateAuthChallenge; only triggers see it. */
  readonly challengeMetadata?: string;
}
