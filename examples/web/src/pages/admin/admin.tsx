import './admin.css';
import { useAuth } from '../../auth/react.ts';
import { useSettings } from '../../site/settings-context.ts';
import { Card } from '../../ui/screen.tsx';
import { useSignOut } from '../../ui/use-sign-out.ts';
import { GroupPage } from './groups/group.tsx';
import { GroupsPage } from './groups/groups.tsx';
import { NewUserPage } from './new-user.tsx';
import { UserPage } from './user/user.tsx';
import { UsersPage, useSearch } from './users.tsx';

/** Users and groups, for administrators. This page only hides them from others: the API is what protects them. */
export function AdminPage({ path }: { path: readonly string[] }) {
  const { config } = useSettings();
  const { groups } = useAuth();
  const searching = useSearch();
  const { adminGroup } = config;
  if (adminGroup === null) {
    return (
      <Card title="Administration is off">
        <p>This deployment has no administrators. Its users are administered in AWS.</p>
        <a href="#/">Your account</a>
      </Card>
    );
  }
  if (!groups.includes(adminGroup)) return <NoAdministrator group={adminGroup} />;
  const [page = '', name = ''] = path;
  if (page === 'users' && name !== '') return <UserPage key={name} username={name} />;
  if (page === 'groups' && name !== '') return <GroupPage key={name} groupName={name} />;
  if (page === 'groups') return <GroupsPage />;
  return page === 'new' ? <NewUserPage /> : <UsersPage {...searching} />;
}

function NoAdministrator({ group }: { group: string }) {
  const { user } = useAuth();
  const signOut = useSignOut();
  return (
    <Card title="For administrators only">
      <p role="alert">
        You are signed in as “{user?.username}”. This sign-in is not in the group “{group}”, so the API refuses everything on this
        page.
      </p>
      <p>If you have just become an administrator, sign out and sign in again: your groups are read when you sign in.</p>
      <div className="row">
        <a href="#/">Your account</a>
        <button type="button" className="secondary" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </Card>
  );
}
