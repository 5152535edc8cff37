/** What the three triggers of a custom sign-in have in common, as far as this example looks at it. */
export interface ChallengeEvent<Request, Response> {
  readonly request: Request & {
    readonly userAttributes: Readonly<Record<string, string>>;
    /** True for somebody who is not in the pool, where the client hides who is. He goes through the same motions, in vain. */
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
