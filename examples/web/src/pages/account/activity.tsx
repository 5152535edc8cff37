import { useQuery } from '@apollo/client/react';
import { deviceName } from '../../auth/device-name.ts';
import { ActivityDocument, type ActivityKind, type ActivityQuery } from '../../generated/account.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { Loaded, Section } from './card/section.tsx';

/** The history of the account, so that its owner notices what somebody else did. */
export function Activity({ days }: { days: number }) {
  const query = useQuery(ActivityDocument, { variables: { nextToken: null }, fetchPolicy: 'cache-and-network' });

  async function more(nextToken: string): Promise<void> {
    await query.fetchMore({
      variables: { nextToken },
      updateQuery: (shown, { fetchMoreResult: { activity } }) => ({
        ...shown,
        activity: { ...activity, items: [...shown.activity.items, ...activity.items] },
      }),
    });
  }

  return (
    <Section id="activity" title="Recent activity">
      <p>Kept for {days} days. If something here was not you, change your password.</p>
      <Loaded query={query}>
        {({ activity: { items, nextToken } }) => (
          <>
            <ul className="items">
              {items.map((item) => (
                <Entry key={`${item.at} ${item.kind}`} item={item} />
              ))}
            </ul>
            {items.length === 0 && <p>Nothing has happened yet.</p>}
            {nextToken !== null && (
              <Form onSubmit={() => more(nextToken)}>
                <Submit look="secondary">Show more</Submit>
              </Form>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Entry({ item }: { item: ActivityQuery['activity']['items'][number] }) {
  const { kind, at, device, ipAddress } = item;
  return (
    <li>
      <strong>{sentences[kind]}</strong>
      <span className="hint">
        <When at={at} />
        {ipAddress !== null && `, ${ipAddress}`}
      </span>
      {device !== null && <span className="hint">{deviceName(device)}</span>}
    </li>
  );
}

const sentences: { readonly [Kind in ActivityKind]: string } = {
  SIGNED_IN: 'Signed in',
  SIGN_IN_REFUSED: 'Somebody could not sign in',
  SIGNED_OUT: 'Signed out',
  SIGNED_OUT_EVERYWHERE: 'Signed out everywhere',
  SESSION_ENDED: 'A session was ended',
  ACCOUNT_CONFIRMED: 'The account was confirmed',
  PASSWORD_CHANGED: 'The password was changed',
  PASSWORD_CHANGE_REFUSED: 'Somebody could not change the password',
  PASSWORD_RESET_REQUESTED: 'A code for a new password was asked for',
  PASSWORD_RESET: 'The password was reset by a code',
  PASSWORD_RESET_REFUSED: 'Somebody could not reset the password',
  PROFILE_CHANGED: 'The profile was changed',
  ADDRESS_CHANGED: 'The e-mail address or phone number was changed',
  FACTOR_ADDED: 'A passkey or second step was added',
  FACTOR_REMOVED: 'A passkey or second step was removed',
  DEVICE_REMEMBERED: 'A device was remembered',
  DEVICE_FORGOTTEN: 'A device was forgotten',
  RECOVERY_CODES_MADE: 'Recovery codes were made',
  ACCESS_RECOVERED: 'A recovery code was used',
  RECOVERY_REFUSED: 'Somebody could not use a recovery code',
};
