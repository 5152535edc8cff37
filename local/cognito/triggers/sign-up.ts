import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import { withChanges } from '../users/attributes.ts';
import { attributesOf, type Caller, fire } from './fire.ts';
import { unrecognizable } from './response-members.ts';
import type { Occasion, Strings } from './table.ts';

interface Applicant {
  readonly username: string;
  readonly attributes: Attributes;
  readonly validationData: Strings | null;
}

/** What PreSignUp decides about a new user. If the trigger fails, this throws its error and the user is not created. */
export async function screen(
  services: Services,
  pool: UserPool,
  caller: Caller,
  applicant: Applicant,
): Promise<{ readonly confirmed: boolean; readonly attributes: Attributes }> {
  const { autoConfirmUser, autoVerifyEmail, autoVerifyPhone } =
    (await fireIt(services, pool, 'SignUp', caller, applicant)) ?? none;
  const { attributes } = applicant;
  // https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html: there must be something to verify.
  if ((autoVerifyEmail && !attributes['email']) || (autoVerifyPhone && !attributes['phone_number'])) throw unrecognizable();
  return {
    confirmed: autoConfirmUser,
    attributes: withChanges(
      {},
      {
        ...attributes,
        ...(autoVerifyEmail && { email_verified: 'true' }),
        ...(autoVerifyPhone && { phone_number_verified: 'true' }),
      },
    ),
  };
}

const none = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false };

/** Like `screen`, for a user whom an administrator creates: the trigger may refuse, but Cognito ignores its answer. */
export async function screenInvited(services: Services, pool: UserPool, caller: Caller, applicant: Applicant): Promise<void> {
  await fireIt(services, pool, 'AdminCreateUser', caller, applicant);
}

/**
 * Like `screenInvited`, for a user whom an external provider brings.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.pre-sign-up
 */
export async function screenFederated(
  services: Services,
  pool: UserPool,
  caller: Caller,
  { username, attributes }: Pick<Applicant, 'username' | 'attributes'>,
): Promise<void> {
  const seen = { 'cognito:email_alias': '', 'cognito:phone_number_alias': '', ...attributes };
  await fireIt(services, pool, 'ExternalProvider', caller, { username, attributes: seen, validationData: {} });
}

function fireIt(
  services: Services,
  pool: UserPool,
  occasion: Occasion<'PreSignUp'>,
  caller: Caller,
  { username, attributes, validationData }: Applicant,
) {
  const request = { userAttributes: attributes, validationData };
  return fire(services, pool, 'PreSignUp', { occasion, userName: username, caller, request });
}

/**
 * Calls PostConfirmation. It runs after the change: if the trigger fails, the caller gets its error, but the user stays
 * confirmed.
 * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.after-the-deed
 */
export async function tellConfirmed(
  services: Services,
  pool: UserPool,
  occasion: Occasion<'PostConfirmation'>,
  user: User,
  caller: Caller,
): Promise<void> {
  const request = { userAttributes: attributesOf(user) };
  await fire(services, pool, 'PostConfirmation', { occasion, userName: user.username, caller, request });
}
