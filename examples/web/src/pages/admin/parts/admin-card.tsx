import type { ReactNode } from 'react';
import { Card } from '../../../ui/screen.tsx';

/** A screen of the administration, with links to the others. */
export function AdminCard({ title, at, children }: { title: string; at: 'users' | 'groups' | 'new'; children: ReactNode }) {
  return (
    <Card title={title} wide>
      <nav aria-label="Administration" className="tabs">
        <Tab to="admin" isHere={at === 'users'}>
          Users
        </Tab>
        <Tab to="admin/new" isHere={at === 'new'}>
          Invite a user
        </Tab>
        <Tab to="admin/groups" isHere={at === 'groups'}>
          Groups
        </Tab>
      </nav>
      {children}
    </Card>
  );
}

function Tab({ to, isHere, children }: { to: string; isHere: boolean; children: ReactNode }) {
  return (
    <a href={`#/${to}`} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  );
}
