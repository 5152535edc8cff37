import { AuthErrorCode, ChallengeName } from '../../generated/schema.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const authConfig: FieldOperation<'authConfig', UserContext> = async (_, { authSettings }) => ({
  ...authSettings,
  challenges: Object.values(ChallengeName),
  errors: Object.values(AuthErrorCode),
});
