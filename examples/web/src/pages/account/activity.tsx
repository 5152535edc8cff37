import { useQuery } from '@apollo/client/react';
import { deviceName } from '../../auth/proofs/device-name.ts';
import { ActivityDocument, type ActivityQuery } from '../../generated/account.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { activityWords } from '../wording/activity.ts';
import { Loaded, Section } from './card/section.tsx';

/** The history of the account, so that its owner notices what somebody else did. */
export function Activity({ days, isOwn }: { days: number; isOwn: boolean }) {
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
      <p>
        Kept for {days} days. If something here was not you, {isOwn ? 'change your password' : 'sign out everywhere'}.
      </p>
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
  const { kind, at, device, ipAddress, byAdministrator } = item;
  return (
    <li>
      <strong>{activityWords[kind]}</strong>
      <span className="hint">
        <When at={at} />
        {ipAddress !== null && `, ${ipAddress}`}
      </span>
      {byAdministrator && <span className="hint">By an administrator</span>}
      {device !== null && <span className="hint">{deviceName(device)}</span>}
    </li>
  );
}
