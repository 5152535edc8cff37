/** A combination that Cognito refuses at deployment, or that would deploy and not work. */
export interface Refusal {
  readonly path: readonly string[];
  /** What it must be, as the end of the sentence "signIn.flows must …", the way out included. */
  readonly message: string;
}

export interface Rule extends Refusal {
  readonly broken: boolean;
}
