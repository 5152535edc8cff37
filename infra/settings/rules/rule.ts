/** A combination that Cognito refuses at deployment, or that would deploy but not work. */
export interface Refusal {
  readonly path: readonly string[];
  /** What the setting must be, as the end of the sentence "signIn.flows must …". Says how to mend it. */
  readonly message: string;
}

export interface Rule extends Refusal {
  readonly broken: boolean;
}
