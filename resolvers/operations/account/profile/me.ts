import { identitiesOf } from '../../../account/linked-identities.ts';
import { toUserMfa } from '../../../account/user-mfa.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const me: FieldOperation<'me', AccountContext> = async (_, context) => {
  const { cognito, request, federation } = context;
  const { accessToken, identity } = signedIn(request);
  const user = await cognito.send('GetUser', { AccessToken: accessToken });
  const attributes = (user.UserAttributes ?? []).map(({ Name: name = '', Value: value = '' }) => ({ name, value }));
  const values = new Map(attributes.map(({ name, value }) => [name, value]));
  return {
    username: user.Username ?? identity.username,
    sub: values.get('sub') ?? identity.sub,
    attributes,
    email: values.get('email') ?? null,
    emailVerified: values.get('email_verified') === 'true',
    phoneNumber: values.get('phone_number') ?? null,
    phoneNumberVerified: values.get('phone_number_verified') === 'true',
    groups: identity.groups,
    mfa: toUserMfa(user),
    identities: federation === null ? [] : await identitiesOf(cognito, federation, user.Username ?? identity.username),
  };
};
