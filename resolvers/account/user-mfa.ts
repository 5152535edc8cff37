import type { GetUserCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { MfaType, type UserMfa } from '../generated/schema.ts';
import { known } from '../input/known.ts';

type Settings = Pick<GetUserCommandOutput, 'PreferredMfaSetting' | 'UserMFASettingList'>;

/** The second factors of a user that the schema knows. */
export function toUserMfa({ PreferredMfaSetting, UserMFASettingList = [] }: Settings): Omit<UserMfa, '__typename'> {
  return {
    preferred: known(MfaType, [PreferredMfaSetting ?? ''])[0] ?? null,
    enabled: known(MfaType, UserMFASettingList),
  };
}
