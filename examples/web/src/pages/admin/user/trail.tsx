import { useQuery } from '@apollo/client/react';
import { deviceName } from '../../../auth/proofs/device-name.ts';
import { AdminActivityDocument } from '../../../generated/admin.ts';
import { When } from '../../../ui/when.tsx';
import { Loaded, Section, useHeading } from '../../account/card/section.tsx';
import { activityWords } from '../../wording/activity.ts';
import { Pager, usePages } from '../parts/pager.tsx';

/** What has happened to the account, with whoever did it. */
export function Trail({ username }: { username: string }) {
  const heading = useHeading();
  const pages = usePages(heading.focus);
  const query = useQuery(AdminActivityDocument, {
    variables: { username, nextToken: pages.token },
    fetchPolicy: 'no-cache',
  });
  return (
    <Section id="trail" title="What has happened" heading={heading.ref}>
      <Loaded query={query}>
        {({ adminListActivity: { items, nextToken } }) => (
          <>
            <ul className="items">
              {items.map(({ kind, at, device, ipAddress, detail, actor }) => (
                <li key={`${at} ${kind} ${detail}`}>
                  <strong>{activityWords[kind]}</strong>
                  <span className="hint">
                    <When at={at} />
                    {ipAddress !== null && `, ${ipAddress}`}
                  </span>
                  {detail !== null && <span className="hint">{detail}</span>}
                  {device !== null && <span className="hint">{deviceName(device)}</span>}
                  {actor !== null && <span className="hint">By the administrator {actor}</span>}
                </li>
              ))}
            </ul>
            {items.length === 0 && <p>Nothing has happened yet.</p>}
            <Pager pages={pages} nextToken={nextToken} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
