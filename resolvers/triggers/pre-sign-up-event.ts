/** The part of Cognito's event that is used (user-pool-lambda-pre-sign-up). */
export interface PreSignUpEvent {
  /** `PreSignUp_SignUp`, `PreSignUp_AdminCreateUser`, or `PreSignUp_ExternalProvider`. */
  readonly triggerSource: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly request: { readonly userAttributes: Readonly<Record<string, unknown>> };
}

/**
 * An address that every mailer reads in the same way: the plain letters of RFC 5322, one `@`, and a host of ASCII
 * letters. Quotes and comments are refused, since they may hide another `@`, and so are `%` and `!`, which old mailers
 * use for routing. The letters are listed, since with the flag `i` or `toLowerCase` a Kelvin sign would pass for a `k`.
 */
const plain = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9.-]+$/;

/** The e-mail address of the new user; undefined if they have none, or one that could be misread. */
export function addressOf({ request }: Pick<PreSignUpEvent, 'request'>): string | undefined {
  const { email } = request.userAttributes;
  return typeof email === 'string' && plain.test(email) ? email : undefined;
}

/**
 * Whether the provider says that it has verified the address. Cognito's attributes are texts, and a provider may send a
 * boolean or a text; anything but these two forms means no.
 */
export function isVerified({ request }: Pick<PreSignUpEvent, 'request'>): boolean {
  const { email_verified: flag } = request.userAttributes;
  return flag === 'true' || flag === true;
}
