import type { FieldOperation } from '../../call/operation.ts';
import { AuthErrorCode, ChallengeName } from '../../generated/schema.ts';
import type { UserContext } from '../contexts.ts';

export const authConfig: FieldOperation<'authConfig', UserContext> = async (_, { authSettings }) => ({
  ...authSettings,
  challenges: Object.values(ChallengeName),
  errors: Object.values(AuthErrorCode),
});
