import { freshOperations } from '../../account/fresh-operations.ts';
import { freshAdministration } from '../../administration/fresh-administration.ts';
import type { FieldOperation } from '../../call/operation.ts';
import { AuthErrorCode, ChallengeName } from '../../generated/schema.ts';
import type { UserContext } from '../contexts.ts';

export const authConfig: FieldOperation<'authConfig', UserContext> = async (_, { authSettings, domain }) => ({
  ...authSettings,
  reauthentication: authSettings.reauthentication && {
    ...authSettings.reauthentication,
    operations: [...freshOperations, ...(authSettings.adminGroup === null ? [] : freshAdministration)],
  },
  federation: authSettings.federation && domain && { ...authSettings.federation, domain: domain.url, clientId: domain.clientId },
  challenges: Object.values(ChallengeName),
  errors: Object.values(AuthErrorCode),
});
