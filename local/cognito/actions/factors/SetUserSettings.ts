import { action } from '../../action.ts';
import { mfaOptions, setMfaOptions } from '../../sign-in/factors/mfa-options.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token), MFAOptions: required(mfaOptions) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserSettings.html */
export const SetUserSettings = action(input, async ({ AccessToken, MFAOptions }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  setMfaOptions(services, pool, user, MFAOptions, 'user');
  return {};
});
