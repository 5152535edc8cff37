/** What the three triggers of a custom sign-in have in common, as far as this example looks at it. */
export interface ChallengeEvent<Request, Response> {
  readonly request: Request & {
    readonly userAttributes: Readonly<Record<string, string>>;
    /** True for a user who does not exist, if the client hides that. They go through the same steps, in vain. */
    readonly userNotFound?: boolean;
  };
  response: Response;
}

/** One round, oldest first. */
export interface Round {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  /** What CreateAuthChallenge wrote into it; only triggers see it. */
  readonly challengeMetadata?: string;
}
