import { useQuery } from '@apollo/client/react';
import { deviceName } from '../../../auth/proofs/device-name.ts';
import { AdminActivityDocument } from '../../../generated/admin.ts';
import { When } from '../../../ui/when.tsx';
import { Loaded, Section, useHeading } from '../../account/card/section.tsx';
import { activityWords } from '../../wording/activity.ts';
import { Pager, usePages } from '../parts/pager.tsx';

/** What has happened to an account, and who did it. */
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
                  {detail !== null && (
                    <span className="hint">{kind === 'ADMINISTERED' ? <Administered act={detail} /> : detail}</span>
                  )}
                  {device !== null && <span className="hint">{deviceName(device)}</span>}
                  {actor !== null && (
                    <span className="hint">
                      By <UserLink sub={actor}>an administrator</UserLink>
                    </span>
                  )}
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

/** @param act A field and the user or group that it was about: `adminDisableUser 6ad…`. */
function Administered({ act }: { act: string }) {
  const [field = '', ...rest] = act.split(' ');
  const subject = rest.join(' ');
  const words = field
    .replace(/^admin/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /^(?:create|update|delete)Group$/.test(field) ? `${text}: ${subject}` : <UserLink sub={subject}>{text}</UserLink>;
}

/** The page of a user is found by `sub`, too, even if their name has changed. */
function UserLink({ sub, children }: { sub: string; children: string }) {
  return <a href={`#/admin/users/${encodeURIComponent(sub)}`}>{children}</a>;
}
