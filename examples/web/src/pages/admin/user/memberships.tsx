import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AdminAddUserToGroupDocument, AdminGroupsDocument, AdminRemoveUserFromGroupDocument } from '../../../generated/admin.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { Field } from '../../../ui/fields.tsx';
import { Section } from '../../account/card/section.tsx';
import { useHeadingAfter } from '../parts/confirm-dialog.tsx';
import type { Act, AdminUser } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

/** The groups that a user is in, with the ways in and out. */
export function Memberships({ user }: { user: AdminUser }) {
  const { adminGroup } = useSettings().config;
  const [open, setOpen] = useState<Act | null>(null);
  const heading = useHeadingAfter(open !== null);
  return (
    <Section id="memberships" title="Groups" heading={heading}>
      {user.groups.length === 0 && <p>The user is in no group.</p>}
      <ul className="items" hidden={user.groups.length === 0}>
        {user.groups.map(({ groupName }) => (
          <li key={groupName} className="row">
            <span>
              <a href={`#/admin/groups/${encodeURIComponent(groupName)}`}>{groupName}</a>
              {groupName === adminGroup && <span className="hint">May administer users and groups</span>}
            </span>
            <button type="button" className="secondary" onClick={() => setOpen(leave(groupName, groupName === adminGroup))}>
              Remove<span className="visually-hidden"> from the group {groupName}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="secondary" onClick={() => setOpen(join(adminGroup))}>
          Add to a group
        </button>
      </div>
      {open && <ActDialog act={open} user={user} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function join(adminGroup: string | null): Act {
  return {
    name: 'Add to a group',
    does: `They may do what the group allows from their next sign-in or refresh. Members of “${adminGroup}” administer all users.`,
    done: 'The user is in the group.',
    fields: () => <GroupField />,
    run: ({ client, user: { username }, fields }) =>
      client.mutate({
        mutation: AdminAddUserToGroupDocument,
        variables: { input: { username, groupName: fields('groupName').trim() } },
      }),
  };
}

/** A text, since there may be more groups than the first page has. */
function GroupField() {
  const known = useQuery(AdminGroupsDocument, { variables: { nextToken: null }, fetchPolicy: 'no-cache' });
  return (
    <>
      <Field label="Group" name="groupName" list="groups" autoComplete="off" required />
      <datalist id="groups">
        {known.data?.groups.items.map(({ groupName }) => (
          <option key={groupName} value={groupName} />
        ))}
      </datalist>
    </>
  );
}

function leave(groupName: string, isAdministration: boolean): Act {
  return {
    name: `Remove from ${groupName}`,
    does: isAdministration
      ? 'They are no longer an administrator, from this moment.'
      : 'They lose what the group allows with their next sign-in or refresh. A token that was already issued names the group until it expires.',
    done: `The user is no longer in the group ${groupName}.`,
    isDangerous: true,
    run: ({ client, user: { username }, evenIfLast }) =>
      client.mutate({ mutation: AdminRemoveUserFromGroupDocument, variables: { input: { username, groupName, evenIfLast } } }),
  };
}
