import { AssociateSoftwareTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { boundedIfGiven } from '../../input/input.ts';
import { otpauthUri, tokenOrSession } from '../../sign-in/software-token.ts';
import type { UserContext } from '../contexts.ts';

export const associateSoftwareToken: FieldOperation<'associateSoftwareToken', UserContext> = async (
  { input },
  { cognito, request, totpIssuer },
) => {
  const whose = tokenOrSession(request, input?.session);
  const accountName = boundedIfGiven('accountName', input?.accountName) ?? request.identity?.username;
  const { SecretCode, Session } = await cognito.send(new AssociateSoftwareTokenCommand(whose));
  if (!SecretCode) throw new Error('Cognito answered without a secret.');
  return { secretCode: SecretCode, otpauthUri: otpauthUri(totpIssuer, accountName, SecretCode), session: Session ?? null };
};
