import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

const another = 'An0ther one!';
const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

async function withAda(pool: object = {}) {
  const world = createTestPool({ ...pool });
  const { sub } = await world.confirmedUser('ada');
  const tokens = await signedIn(world, 'ada');
  const change = (ProposedPassword: string, PreviousPassword: string | undefined = password) =>
    world.cognito.changePassword({ AccessToken: tokens.AccessToken, PreviousPassword, ProposedPassword });
  return { ...world, ...tokens, sub, change };
}

describe('ChangePassword', () => {
  test('sets another password; the tokens of every sign-in stay alive', async () => {
    const ada = await withAda();
    const elsewhere = await signedIn(ada, 'ada');
    await ada.change(another);
    expect(await refusal(signedIn(ada, 'ada'))).toEqual(incorrect);
    await signedIn(ada, 'ada', another);
    for (const { AccessToken } of [ada, elsewhere]) expect((await ada.cognito.getUser({ AccessToken })).Username).toBe('ada');
  });

  test('makes a code that was sent for the old password void, and a step that the old password proved', async () => {
    const ada = await withAda();
    await ada.cognito.forgotPassword({ ClientId: ada.clientId, Username: 'ada' });
    const ConfirmationCode = ada.codeFor('ada@example.com');
    await ada.change(another);
    const stale = ada.cognito.confirmForgotPassword({
      ClientId: ada.clientId,
      Username: 'ada',
      ConfirmationCode,
      Password: password,
    });
    expect((await refusal(stale)).name).toBe('ExpiredCodeException');
  });

  test('refuses a wrong password, and one that breaks the policy', async () => {
    const ada = await withAda({ Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } });
    expect(await refusal(ada.change(another, 'Wr0ng one!'))).toEqual(incorrect);
    expect(await refusal(ada.change('password'))).toEqual({
      name: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password must have uppercase characters',
    });
    expect((await refusal(ada.change(password))).name).toBe('PasswordHistoryPolicyViolationException');
    await ada.change(another);
  });

  test('may be asked five times an hour, right or wrong', async () => {
    const ada = await withAda();
    for (let tries = 0; tries < 5; tries++) expect(await refusal(ada.change(another, 'Wr0ng one!'))).toEqual(incorrect);
    expect(await refusal(ada.change(another))).toEqual({
      name: 'LimitExceededException',
      message: 'Attempt limit exceeded, please try after some time.',
    });
  });

  test('sets the first password of a user who has none; a user who has one must prove it', async () => {
    const ada = await withAda({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } });
    const { AccessToken, cognito } = ada;
    expect(await refusal(cognito.changePassword({ AccessToken, ProposedPassword: another }))).toEqual({
      name: 'InvalidParameterException',
      message: 'Missing required parameter PreviousPassword',
    });
    ada.database.sql.exec('UPDATE user SET salt = NULL, verifier = NULL');
    expect(await refusal(ada.change(another, 'Wr0ng one!'))).toEqual(incorrect);
    await cognito.changePassword({ AccessToken, ProposedPassword: another });
    await signedIn(ada, 'ada', another);
  });

  test('does not bypass a reset by an administrator', async () => {
    const ada = await withAda();
    await ada.cognito.adminResetUserPassword({ UserPoolId: ada.userPoolId, Username: 'ada' });
    expect(await refusal(ada.change(another))).toEqual({
      name: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    });
  });

  test('leaves a temporary password temporary', async () => {
    const ada = await withAda();
    const named = { UserPoolId: ada.userPoolId, Username: 'ada' };
    await ada.cognito.adminSetUserPassword({ ...named, Password: 'Temp0rary!', Permanent: false });
    await ada.change(another, 'Temp0rary!');
    const { ChallengeName } = await ada.cognito.initiateAuth({
      ClientId: ada.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: another },
    });
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });
});
