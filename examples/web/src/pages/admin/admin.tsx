import './admin.css';
import { useAuth } from '../../auth/react.ts';
import { useSettings } from '../../site/settings-context.ts';
import { Card } from '../../ui/screen.tsx';
import { useSignOut } from '../../ui/use-sign-out.ts';
import { GroupPage } from './groups/group.tsx';
import { GroupsPage } from './groups/groups.tsx';
import { NewUserPage } from './new-user.tsx';
import { UserPage } from './user/user.tsx';
import { UsersPage } from './users.tsx';

/** Users and groups, for administrators. The API is what protects them: this page only shows what it refuses. */
export function AdminPage({ path }: { path: readonly string[] }) {
  const { config } = useSettings();
  const { groups } = useAuth();
  const { adminGroup } = config;
  if (adminGroup === null) {
    return (
      <Card title="Administration is off">
        <p>This deployment has no administrators. Whoever runs it administers its users in AWS.</p>
        <a href="#/">Your account</a>
      </Card>
    );
  }
  if (!groups.includes(adminGroup)) return <NoAdministrator group={adminGroup} />;
  const [page = '', name = ''] = path;
  if (page === 'users' && name !== '') return <UserPage key={name} username={name} />;
  if (page === 'groups' && name !== '') return <GroupPage key={name} groupName={name} />;
  if (page === 'groups') return <GroupsPage />;
  return page === 'new' ? <NewUserPage /> : <UsersPage />;
}

function NoAdministrator({ group }: { group: string }) {
  const { user } = useAuth();
  const signOut = useSignOut();
  return (
    <Card title="For administrators only">
      <p role="alert">
        You are signed in as “{user?.username}”, who is not in the group “{group}” as far as this sign-in knows. The API refuses
        you what this page does.
      </p>
      <p>If you have just become an administrator, sign in again: what you may do is decided when you sign in.</p>
      <div className="row">
        <a href="#/">Your account</a>
        <button type="button" className="secondary" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </Card>
  );
}
