import { attributesOf, listed } from '../../../support/cognito/people.ts';
import { createTestPool } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';
export const keepsUntilVerified = { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } };

export const expired = { name: 'ExpiredCodeException', message: 'Invalid code provided, please request a code again.' };

export const mismatch = { name: 'CodeMismatchException', message: 'Invalid verification code provided, please try again.' };

export const limit = { name: 'LimitExceededException', message: 'Attempt limit exceeded, please try after some time.' };

/** Ada, signed in, and what she can do to her own account. */
export async function withAda(pool: object = {}, client: object = {}, attributes?: Record<string, string>) {
  const world = createTestPool({ ...pool }, { ...client });
  const { cognito } = world;
  await world.confirmedUser('ada', attributes);
  const { AccessToken } = await signedIn(world, 'ada');
  return {
    ...world,
    AccessToken,
    update: (set: Record<string, string>) => cognito.updateUserAttributes({ AccessToken, UserAttributes: listed(set) }),
    remove: (...UserAttributeNames: string[]) => cognito.deleteUserAttributes({ AccessToken, UserAttributeNames }),
    askCode: (AttributeName = 'email') => cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName }),
    verify: (Code: string, AttributeName = 'email') => cognito.verifyUserAttribute({ AccessToken, AttributeName, Code }),
    attributes: () => attributesOf(world, 'ada'),
  };
}
