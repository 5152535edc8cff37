import { otpauthUri, tokenOrSession } from '../../../account/software-token.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { boundedIfGiven } from '../../../input/input.ts';
import type { AccountContext } from '../../contexts.ts';

export const associateSoftwareToken: FieldOperation<'associateSoftwareToken', AccountContext> = async ({ input }, context) => {
  const { cognito, request, totpIssuer } = context;
  const whose = tokenOrSession(context, input?.session);
  const accountName = boundedIfGiven('accountName', input?.accountName) ?? request.identity?.username;
  const { SecretCode, Session } = await cognito.send('AssociateSoftwareToken', whose);
  if (!SecretCode) throw new Error('Cognito answered without a secret.');
  return { secretCode: SecretCode, otpauthUri: otpauthUri(totpIssuer, accountName, SecretCode), session: Session ?? null };
};
