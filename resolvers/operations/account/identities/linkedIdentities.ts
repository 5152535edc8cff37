import { identitiesOf } from '../../../account/linked-identities.ts';
import { liveUser } from '../../../account/live-user.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const linkedIdentities: FieldOperation<'linkedIdentities', AccountContext> = async (_, context) => {
  const { cognito, federation, request } = context;
  if (federation === null) throw notEnabled('linkedIdentities');
  const caller = signedIn(request);
  // The access token decides whose identities are shown: Cognito asks for no token to read a user by name.
  const { user } = await liveUser(context, caller);
  return identitiesOf(cognito, federation, user.Username ?? caller.identity.username);
};
