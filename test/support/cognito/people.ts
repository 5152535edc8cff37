import type { TestPool } from './pool.ts';
import { signedIn } from './sign-in.ts';

/** The pool, with ada in it: confirmed, with `password`. */
export async function withAda<Pool extends TestPool>(world: Pool, attributes?: Record<string, string>): Promise<Pool> {
  await world.confirmedUser('ada', attributes);
  return world;
}

/** The pool, with ada in it and signed in. */
export async function withAdaSignedIn<Pool extends TestPool>(world: Pool) {
  const user = await world.confirmedUser('ada');
  return { ...world, user, tokens: await signedIn(world, 'ada') };
}

/** Invites a user, and returns the temporary password. */
export async function invited(world: TestPool, Username = 'grace', TemporaryPassword = 'Temp0rary!'): Promise<string> {
  await world.cognito.adminCreateUser({
    UserPoolId: world.userPoolId,
    Username,
    TemporaryPassword,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
  });
  return TemporaryPassword;
}

/** A user's attributes as an administrator sees them. */
export async function attributesOf({ cognito, userPoolId }: TestPool, Username: string): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}

/** The attributes of a record in the form that the operations accept. */
export const listed = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/** A code that differs from this one. */
export const notThis = (code: string) => (code === '000000' ? '000001' : '000000');
