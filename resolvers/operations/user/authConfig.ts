import { freshOperations } from '../../account/fresh-operations.ts';
import type { FieldOperation } from '../../call/operation.ts';
import { AuthErrorCode, ChallengeName } from '../../generated/schema.ts';
import type { UserContext } from '../contexts.ts';

export const authConfig: FieldOperation<'authConfig', UserContext> = async (_, { authSettings }) => ({
  ...authSettings,
  reauthentication: authSettings.reauthentication && { ...authSettings.reauthentication, operations: freshOperations },
  challenges: Object.values(ChallengeName),
  errors: Object.values(AuthErrorCode),
});
