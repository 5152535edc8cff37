/** A mail or a text message as the user would get it. */
export interface Message {
  /** An e-mail address or an E.164 number. */
  readonly to: string;
  readonly channel: 'EMAIL' | 'SMS';
  /** The occasion, with the name of Cognito's CustomMessage trigger; `SendEmail` for a mail that a function sent. */
  readonly kind:
    | 'SignUp'
    | 'ResendCode'
    | 'ForgotPassword'
    | 'AdminCreateUser'
    | 'Authentication'
    | 'UpdateUserAttribute'
    | 'VerifyUserAttribute'
    | 'SendEmail';
  /** Null for a text message. */
  readonly subject: string | null;
  readonly body: string;
  /** The code, or the temporary password, that the message is about. */
  readonly code: string | null;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

export type Deliver = (message: Message) => void;
