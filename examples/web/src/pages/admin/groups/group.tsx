import { useMutation, useQuery } from '@apollo/client/react';
import { AdminGroupMembersDocument, DeleteGroupDocument, UpdateGroupDocument } from '../../../generated/admin.ts';
import { goTo } from '../../../site/route.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Field } from '../../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../../ui/form.tsx';
import { Loaded, Section, useHeading } from '../../account/card/section.tsx';
import { AdminCard } from '../parts/admin-card.tsx';
import { Pager, usePages } from '../parts/pager.tsx';
import { UserList } from '../parts/user-list.tsx';

/** One group: who is in it, and what can be changed. */
export function GroupPage({ groupName }: { groupName: string }) {
  const { adminGroup } = useSettings().config;
  const heading = useHeading();
  const pages = usePages(heading.focus);
  const query = useQuery(AdminGroupMembersDocument, {
    variables: { groupName, nextToken: pages.token },
    fetchPolicy: 'no-cache',
  });
  return (
    <AdminCard title={`Group ${groupName}`} at="groups">
      <div className="cards">
        <Section id="members" title="Members" heading={heading.ref}>
          <p>Put somebody in, or take them out, on their own page.</p>
          <Loaded query={query}>
            {({ groupMembers: { items, nextToken } }) => (
              <>
                <UserList users={items} none="Nobody is in it." />
                <Pager pages={pages} nextToken={nextToken} />
              </>
            )}
          </Loaded>
        </Section>
        <Change groupName={groupName} isKept={groupName === adminGroup} />
      </div>
    </AdminCard>
  );
}

function Change({ groupName, isKept }: { groupName: string; isKept: boolean }) {
  const { announce, announceNext } = useAnnouncer();
  const [update] = useMutation(UpdateGroupDocument);
  const [remove] = useMutation(DeleteGroupDocument);

  async function save(fields: Fields): Promise<void> {
    await update({ variables: { input: { groupName, description: fields('description').trim() } } });
    announce('The group is changed.');
  }

  async function end(): Promise<void> {
    await remove({ variables: { input: { groupName } } });
    announceNext(`The group ${groupName} is deleted.`);
    goTo('admin/groups');
  }

  return (
    <Section id="change" title="The group">
      <Form label="Describe the group" onSubmit={save}>
        <Field label="Description" name="description" autoComplete="off" />
        <div className="row">
          <Submit look="secondary">Save the description</Submit>
        </div>
      </Form>
      {isKept ? (
        <p>Its members are the administrators. It belongs to the deployment, and cannot be deleted here.</p>
      ) : (
        <Form label="Delete the group" onSubmit={end}>
          <p>If you delete the group, its members stay, and lose what it let them do with their next token.</p>
          <div className="row">
            <Submit look="danger">Delete the group</Submit>
          </div>
        </Form>
      )}
    </Section>
  );
}
