import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AdminUserDocument } from '../../../generated/admin.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { Loaded, Section } from '../../account/card/section.tsx';
import { AdminCard } from '../parts/admin-card.tsx';
import { useHeadingAfter } from '../parts/confirm-dialog.tsx';
import type { Act, AdminUser } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { acts } from './acts.tsx';
import { Identities } from './identities.tsx';
import { Memberships } from './memberships.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';
import { Trail } from './trail.tsx';

/** Everything that is known about one user, and everything that an administrator can do. */
export function UserPage({ username }: { username: string }) {
  const { config } = useSettings();
  const query = useQuery(AdminUserDocument, { variables: { username }, fetchPolicy: 'cache-and-network' });
  return (
    <AdminCard title={query.data?.user.username ?? username} at="users">
      <Loaded query={query}>
        {({ user }) => (
          <div className="cards">
            <div className="column">
              <Profile user={user} />
              <Memberships user={user} />
              <Identities user={user} />
              <Sessions user={user} />
            </div>
            <div className="column">
              <Acts user={user} />
              {config.activityDays !== null && <Trail username={user.username} />}
            </div>
          </div>
        )}
      </Loaded>
    </AdminCard>
  );
}

function Acts({ user }: { user: AdminUser }) {
  const { config } = useSettings();
  const [open, setOpen] = useState<Act | null>(null);
  const heading = useHeadingAfter(open !== null);
  return (
    <Section id="acts" title="What you can do" heading={heading}>
      <p>Each button first explains what it does.</p>
      <ul className="acts">
        {acts
          .filter(({ isOffered }) => isOffered?.(user, config) ?? true)
          .map((act) => (
            <li key={act.name}>
              <button type="button" className={act.isDangerous ? 'danger' : 'secondary'} onClick={() => setOpen(act)}>
                {act.name}
              </button>
            </li>
          ))}
      </ul>
      {user.factors.firstFactors.includes('WEB_AUTHN') && (
        <p className="hint">
          Only the user can remove their passkeys: Cognito has no such operation for administrators. If a passkey is in the wrong
          hands, disable the account.
        </p>
      )}
      {open && <ActDialog act={open} user={user} onClose={() => setOpen(null)} />}
    </Section>
  );
}
