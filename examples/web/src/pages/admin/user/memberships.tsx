import { useMutation, useQuery } from '@apollo/client/react';
import {
  AdminAddUserToGroupDocument,
  AdminGroupsDocument,
  AdminRemoveUserFromGroupDocument,
  AdminUserDocument,
} from '../../../generated/admin.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Field } from '../../../ui/fields.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { Section, useHeading } from '../../account/card/section.tsx';
import type { AdminUser } from './act.ts';

const refetched = { refetchQueries: [AdminUserDocument], awaitRefetchQueries: true };
const even = 'evenIfLast';

/** The groups that a user is in, with the ways in and out. */
export function Memberships({ user }: { user: AdminUser }) {
  const { username, groups } = user;
  const { adminGroup } = useSettings().config;
  const { announce } = useAnnouncer();
  const heading = useHeading();
  const known = useQuery(AdminGroupsDocument, { variables: { nextToken: null } });
  const [add] = useMutation(AdminAddUserToGroupDocument, refetched);
  const [remove] = useMutation(AdminRemoveUserFromGroupDocument, refetched);

  async function join(groupName: string): Promise<void> {
    await add({ variables: { input: { username, groupName } } });
    announce(`${username} is in the group ${groupName}.`);
    heading.focus();
  }

  async function leave(groupName: string, evenIfLast: boolean): Promise<void> {
    await remove({ variables: { input: { username, groupName, evenIfLast } } });
    announce(`${username} is not in the group ${groupName} any more.`);
    heading.focus();
  }

  return (
    <Section id="memberships" title="Groups" heading={heading.ref}>
      {groups.length === 0 && <p>In no group.</p>}
      <ul className="items">
        {groups.map(({ groupName }) => (
          <li key={groupName}>
            <Form
              onSubmit={(_, way) => leave(groupName, way === even)}
              help={({ code }) =>
                code === 'LAST_ADMINISTRATOR' && (
                  <Submit way={even} look="danger">
                    Do it, though nobody is left who can undo it
                  </Submit>
                )
              }
            >
              <div className="row">
                <span>
                  <a href={`#/admin/groups/${encodeURIComponent(groupName)}`}>{groupName}</a>
                  {groupName === adminGroup && <span className="hint">May administer users and groups</span>}
                </span>
                <Submit look="secondary">
                  Take out<span className="visually-hidden"> of the group {groupName}</span>
                </Submit>
              </div>
            </Form>
          </li>
        ))}
      </ul>
      <Form label="Put into a group" onSubmit={(fields) => join(fields('groupName').trim())}>
        <Field
          label="Group"
          name="groupName"
          list="groups"
          autoComplete="off"
          hint="It counts from their next sign-in or refresh on."
          required
        />
        <datalist id="groups">
          {known.data?.groups.items.map(({ groupName }) => (
            <option key={groupName} value={groupName} />
          ))}
        </datalist>
        <div className="row">
          <Submit look="secondary">Put into the group</Submit>
        </div>
      </Form>
    </Section>
  );
}
