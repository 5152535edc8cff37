import type { AdminCreateUserCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { AdminContext } from '../../../administration/contexts.ts';
import { toUserSummary } from '../../../administration/user-output.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { invalidInput } from '../../../errors/auth-error.ts';
import type { AdminCreateUserInput } from '../../../generated/schema.ts';
import { contactsOf } from '../../../input/address-names.ts';
import { readAttributes, refuseAddresses, toUserAttributes } from '../../../input/attributes.ts';
import { bounded, boundedIfGiven, checkShape, clientMetadata, isGiven } from '../../../input/input.ts';
import { temporaryPassword } from '../../../input/temporary-password.ts';

type Form = Pick<
  AdminCreateUserCommandInput,
  'TemporaryPassword' | 'MessageAction' | 'DesiredDeliveryMediums' | 'UserAttributes'
>;

export const adminCreateUser: FieldOperation<'adminCreateUser', AdminContext> = async ({ input }, context) => {
  const form = await (input.resend ? resent(input, context) : created(input, context));
  const { User } = await context.cognito.send('AdminCreateUser', {
    UserPoolId: context.userPoolId,
    Username: bounded('username', input.username),
    // A verified address is never taken from the user who has it.
    ForceAliasCreation: false,
    ...form,
    ...clientMetadata(input.clientMetadata),
  });
  if (User === undefined) throw new Error('Cognito answered AdminCreateUser without the user.');
  return toUserSummary(User);
};

async function created(input: AdminCreateUserInput, { signInNames, passwords }: AdminContext): Promise<Form> {
  const username = bounded('username', input.username);
  const given = { email: boundedIfGiven('email', input.email), phoneNumber: boundedIfGiven('phoneNumber', input.phoneNumber) };
  const { email, phoneNumber } = contactsOf(username, given, signInNames);
  const attributes = readAttributes(input.attributes);
  refuseAddresses(attributes);
  if (email) attributes.set('email', email);
  if (phoneNumber) attributes.set('phone_number', phoneNumber);
  if (isGiven(input.temporaryPassword)) {
    // The administrator passes it on, so this proves nothing about the address.
    const names = [username, email, phoneNumber];
    const TemporaryPassword = await passwords.check('temporaryPassword', input.temporaryPassword, names);
    return { TemporaryPassword, MessageAction: 'SUPPRESS', UserAttributes: toUserAttributes(attributes) };
  }
  if (!email && !phoneNumber) throw invalidInput('email', 'An invitation wants `email` or `phoneNumber`.');
  // The password is sent only to the address, so a user who signs in with it has proven the address.
  attributes.set(email ? 'email_verified' : 'phone_number_verified', 'true');
  return {
    ...sent(passwords.minimumLength),
    DesiredDeliveryMediums: [email ? 'EMAIL' : 'SMS'],
    UserAttributes: toUserAttributes(attributes),
  };
}

async function resent(input: AdminCreateUserInput, { passwords }: AdminContext): Promise<Form> {
  const names = ['email', 'phoneNumber', 'attributes', 'temporaryPassword'] as const;
  checkShape(input, names, { wants: [], may: ['temporaryPassword'] }, 'An invitation that is sent again');
  const own = input.temporaryPassword;
  const password = isGiven(own)
    ? { TemporaryPassword: await passwords.check('temporaryPassword', own, [input.username]) }
    : sent(passwords.minimumLength);
  // Only Cognito knows which of them the user has.
  return { ...password, MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL', 'SMS'] };
}

/**
 * If users may sign in without a password, Cognito would generate none, and the invitation would contain none.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.no-password
 */
function sent(minimumLength: number): Pick<Form, 'TemporaryPassword'> {
  return { TemporaryPassword: temporaryPassword(minimumLength) };
}
