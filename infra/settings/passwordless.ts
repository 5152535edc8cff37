import type { TriggerInputs } from './users/triggers.ts';

export interface PasswordlessOptions {
  /** The address that sends the codes. It must belong to a verified SES identity. */
  readonly sender: string;
  /** The ARN of that identity. The mail is sent from its Region. */
  readonly identityArn: string;
}

const folder = 'examples/triggers/passwordless';

/** The triggers of `signIn.passwordless`: the example of a sign-in with a code by mail. */
export function passwordless({ sender, identityArn }: PasswordlessOptions): TriggerInputs {
  return {
    defineAuthChallenge: { entry: `${folder}/define-auth-challenge.lambda.ts` },
    createAuthChallenge: {
      entry: `${folder}/create-auth-challenge.lambda.ts`,
      environment: { SENDER: sender, IDENTITY_ARN: identityArn },
      rights: [{ actions: ['ses:SendEmail'], resources: [identityArn] }],
    },
    verifyAuthChallengeResponse: { entry: `${folder}/verify-auth-challenge-response.lambda.ts` },
  };
}
