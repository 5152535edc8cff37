import type { AdminUsersQuery } from '../../../generated/admin.ts';
import { When } from '../../../ui/when.tsx';
import { stateInWords } from './wording.ts';

type Listed = AdminUsersQuery['users']['items'][number];

/** Users, each with the way to their page. @param none what is said if there is nobody. */
export function UserList({ users, none }: { users: readonly Listed[]; none: string }) {
  if (users.length === 0) return <p>{none}</p>;
  return (
    <ul className="items users">
      {users.map((user) => (
        <li key={user.username}>
          <span>
            <a href={`#/admin/users/${encodeURIComponent(user.username)}`}>{user.username}</a>{' '}
            <span className="badge">{stateInWords(user)}</span>
          </span>
          <span className="hint">{[user.email, user.phoneNumber].filter((address) => address !== null).join(', ')}</span>
          <span className="hint">
            <span className="visually-hidden">created </span>
            <When at={user.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
