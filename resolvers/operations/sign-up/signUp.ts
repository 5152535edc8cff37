import type { AdminCreateUserCommandInput, UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { toCodeDelivery } from '../../delivery/code-delivery.ts';
import { AuthError, invalidInput } from '../../errors/auth-error.ts';
import { usernameTaken } from '../../errors/outcomes.ts';
import { type SignInName, type SignUpInput, type SignUpMode, type SignUpResult, UserStatus } from '../../generated/schema.ts';
import { contactsOf } from '../../input/address-names.ts';
import { readAttributes, refuseUnlisted, toUserAttributes } from '../../input/attributes.ts';
import { bounded, boundedIfGiven, clientMetadata, isGiven } from '../../input/input.ts';
import { isKnown } from '../../input/known.ts';
import { isReserved, refuseMisleading } from '../../input/names.ts';
import { temporaryPassword } from '../../input/temporary-password.ts';
import type { SignUpContext } from '../contexts.ts';

/** A `SignUpInput` whose values are within their limits. */
interface NewUser {
  readonly username: string;
  readonly email: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly metadata: ReturnType<typeof clientMetadata>;
}

export const signUp: FieldOperation<'signUp', SignUpContext> = async ({ input }, context) => {
  const mode = modeOf(input);
  if (!context.signUpModes.has(mode)) throw new AuthError('NOT_ENABLED', 'This way of signing up is not enabled.');
  const user = readUser(input, context);
  try {
    return await forms[mode](user, input, context);
  } catch (error) {
    throw isTaken(error) && !context.signInNames.has('USERNAME') ? usernameIsTaken(error) : error;
  }
};

function isTaken(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsernameExistsException';
}

/** Cognito's text may blame the address or number. If that is the user name, the input at fault is `username`. */
function usernameIsTaken(cause: Error): AuthError {
  const { code, message, field } = usernameTaken;
  return new AuthError(code, message, { field, cognito: cause.name, cause });
}

type Form = (user: NewUser, input: SignUpInput, context: SignUpContext) => Promise<SignUpResult>;

const forms: Readonly<Record<SignUpMode, Form>> = {
  // Whoever enters the code chooses the password (`confirmSignUp`). Until then the account has a password that nobody
  // knows, so somebody who signs up with another person's address cannot sign in once its owner confirms it.
  PASSWORD: async (user, { password: chosen }, { cognito, client, request, passwords, userPoolId, signInNames }) => {
    refuseAnotherProof(user, signInNames);
    const password = await passwords.checkFully('password', chosen ?? '', ownNames(user));
    const created = await cognito.send('SignUp', {
      ...client(user.username, request),
      Username: user.username,
      Password: temporaryPassword(unguessable),
      UserAttributes: toUserAttributes(user.attributes),
      ...user.metadata,
    });
    // A trigger of the deployment's own has vouched for the user, who is asked for no code.
    if (created.UserConfirmed) {
      await cognito.send('AdminSetUserPassword', {
        UserPoolId: userPoolId,
        Username: user.username,
        Password: password,
        Permanent: true,
      });
    }
    if (!created.UserSub) throw new Error('Cognito answered SignUp without the user.');
    return {
      userSub: created.UserSub,
      username: user.username,
      userStatus: created.UserConfirmed ? 'CONFIRMED' : 'UNCONFIRMED',
      codeDelivery: toCodeDelivery(created.CodeDeliveryDetails),
      session: created.Session ?? null,
    };
  },

  // The caller has not proven that the address is theirs, so it is never marked as verified here.
  TEMPORARY_PASSWORD: async (user, { temporaryPassword }, context) =>
    createUser(user, context, {
      TemporaryPassword: await context.passwords.check('temporaryPassword', temporaryPassword ?? '', ownNames(user)),
      MessageAction: 'SUPPRESS',
      UserAttributes: toUserAttributes(user.attributes),
    }),

  // The temporary password is sent only to the address, so signing in with it proves the address.
  INVITATION: (user, _, context) => {
    // Mail programs also turn a bare host with a path into a link.
    if (/\/|^www\./i.test(user.username))
      throw invalidInput('username', '`username` must not contain `/` and must not begin with `www.` in an invitation.');
    const byMail = user.email !== undefined;
    if (!byMail && user.phoneNumber === undefined)
      throw invalidInput('email', 'An invitation requires `email` or `phoneNumber`.');
    return createUser(user, context, {
      // If users can sign in without a password, Cognito would generate none, and the invitation would contain none.
      // @see docs/aws-behaviour/cognito-users.md#cognito.users.no-password
      TemporaryPassword: temporaryPassword(context.passwords.minimumLength),
      DesiredDeliveryMediums: [byMail ? 'EMAIL' : 'SMS'],
      UserAttributes: toUserAttributes([...user.attributes, [byMail ? 'email_verified' : 'phone_number_verified', 'true']]),
    });
  },
};

/**
 * If there are an e-mail address and a phone number, Cognito sends the code to the number. A user who enters it has not
 * proven the address, which is the user name.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.phone-first
 */
function refuseAnotherProof({ username, email, phoneNumber }: NewUser, names: ReadonlySet<SignInName>): void {
  if (names.has('USERNAME') || !names.has('PHONE_NUMBER') || email !== username || phoneNumber === undefined) return;
  throw invalidInput('phoneNumber', 'Leave `phoneNumber` out where `username` is the address; add the number later.');
}

/** The most that Cognito takes: what a password hides is never to be guessed. */
const unguessable = 99;

function ownNames({ username, email, phoneNumber }: NewUser): readonly (string | undefined)[] {
  return [username, email, phoneNumber];
}

async function createUser(
  { username, metadata }: NewUser,
  { cognito, userPoolId }: SignUpContext,
  form: Pick<AdminCreateUserCommandInput, 'TemporaryPassword' | 'MessageAction' | 'DesiredDeliveryMediums' | 'UserAttributes'>,
): Promise<SignUpResult> {
  const { User } = await cognito.send('AdminCreateUser', {
    UserPoolId: userPoolId,
    Username: username,
    // A verified address is never taken away from its user.
    ForceAliasCreation: false,
    ...form,
    ...metadata,
  });
  return {
    userSub: subOf(User),
    username,
    userStatus: isKnown(UserStatus, User?.UserStatus ?? '') ? (User?.UserStatus ?? 'UNKNOWN') : 'UNKNOWN',
    codeDelivery: null,
    session: null,
  };
}

function modeOf({ password, temporaryPassword }: SignUpInput): SignUpMode {
  if (isGiven(password) && isGiven(temporaryPassword)) {
    throw invalidInput('temporaryPassword', 'Give `password` or `temporaryPassword`, not both.');
  }
  if (isGiven(password)) return 'PASSWORD';
  return isGiven(temporaryPassword) ? 'TEMPORARY_PASSWORD' : 'INVITATION';
}

function readUser(input: SignUpInput, { writableAttributes, signInNames, reservedNames }: SignUpContext): NewUser {
  const username = bounded('username', input.username);
  // It appears in mails to an address that the caller chooses, so it must not become a link or markup.
  if (/[<>&"]|:\/\//.test(username)) throw invalidInput('username', '`username` must not contain `<`, `>`, `&`, `"` or `://`.');
  refuseMisleading('username', username);
  if (isReserved(username, reservedNames)) throw invalidInput('username', 'This user name is reserved.');
  const given = { email: boundedIfGiven('email', input.email), phoneNumber: boundedIfGiven('phoneNumber', input.phoneNumber) };
  const { email, phoneNumber } = contactsOf(username, given, signInNames);
  const attributes = readAttributes(input.attributes);
  // AdminCreateUser is an IAM call, so the app client's list of writable attributes does not apply to it.
  // @see docs/aws-behaviour/cognito-users.md#cognito.attributes.administrators
  refuseUnlisted(attributes, writableAttributes);
  if (email) attributes.set('email', email);
  if (phoneNumber) attributes.set('phone_number', phoneNumber);
  return { username, email, phoneNumber, attributes, metadata: clientMetadata(input.clientMetadata) };
}

function subOf(user: Pick<UserType, 'Attributes'> | undefined): string {
  const sub = user?.Attributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (!sub) throw new Error('Cognito answered AdminCreateUser without the user.');
  return sub;
}
