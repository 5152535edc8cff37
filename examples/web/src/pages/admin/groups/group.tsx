import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import {
  AdminGroupMembersDocument,
  AdminGroupsDocument,
  type AdminGroupsQuery,
  DeleteGroupDocument,
  UpdateGroupDocument,
} from '../../../generated/admin.ts';
import { goTo } from '../../../site/route.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Field } from '../../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../../ui/form.tsx';
import { Loaded, Section, useHeading } from '../../account/card/section.tsx';
import { AdminCard } from '../parts/admin-card.tsx';
import { ConfirmDialog, useHeadingAfter } from '../parts/confirm-dialog.tsx';
import { Pager, usePages } from '../parts/pager.tsx';
import { UserList } from '../parts/user-list.tsx';

/** One group: who is in it, and what can be changed. */
export function GroupPage({ groupName }: { groupName: string }) {
  const { adminGroup } = useSettings().config;
  const known = useQuery(AdminGroupsDocument, { variables: { nextToken: null }, fetchPolicy: 'no-cache' });
  return (
    <AdminCard title={`Group ${groupName}`} at="groups">
      <div className="cards">
        <Members groupName={groupName} />
        <div className="column">
          <Loaded query={known}>
            {({ groups }) => <Details group={groups.items.find((group) => group.groupName === groupName) ?? { groupName }} />}
          </Loaded>
          <Deletion groupName={groupName} isKept={groupName === adminGroup} />
        </div>
      </div>
    </AdminCard>
  );
}

function Members({ groupName }: { groupName: string }) {
  const heading = useHeading();
  const pages = usePages(heading.focus);
  const query = useQuery(AdminGroupMembersDocument, {
    variables: { groupName, nextToken: pages.token },
    fetchPolicy: 'no-cache',
  });
  return (
    <Section id="members" title="Members" heading={heading.ref}>
      <p>To add or remove somebody, open their own page.</p>
      <Loaded query={query}>
        {({ groupMembers: { items, nextToken } }) => (
          <>
            <UserList users={items} none="The group has no members." />
            <Pager pages={pages} nextToken={nextToken} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

type Group = AdminGroupsQuery['groups']['items'][number];

/** @param group With its name alone if it is not on the first page of the groups. */
function Details({ group }: { group: Pick<Group, 'groupName'> & Partial<Group> }) {
  const { announce } = useAnnouncer();
  const [update] = useMutation(UpdateGroupDocument);

  async function save(fields: Fields): Promise<void> {
    const [description, precedence] = [fields('description').trim(), fields('precedence')];
    // What is left out stays; an empty description removes the one that is shown.
    const input = {
      groupName: group.groupName,
      description: description === '' && !group.description ? null : description,
      precedence: precedence === '' ? null : Number(precedence),
    };
    await update({ variables: { input } });
    announce('The group is saved.');
  }

  return (
    <Section id="details" title="Details">
      <Form label="Details of the group" onSubmit={save}>
        <Field label="Description" name="description" autoComplete="off" defaultValue={group.description ?? ''} />
        <PrecedenceField precedence={group.precedence ?? null} />
        <div className="row">
          <Submit look="secondary">Save</Submit>
        </div>
      </Form>
    </Section>
  );
}

export function PrecedenceField({ precedence }: { precedence: number | null }) {
  return (
    <Field
      label="Precedence"
      name="precedence"
      type="number"
      min={0}
      autoComplete="off"
      defaultValue={precedence ?? ''}
      hint="If a user is in several groups, the tokens prefer the one with the lowest number."
    />
  );
}

function Deletion({ groupName, isKept }: { groupName: string; isKept: boolean }) {
  const client = useApolloClient();
  const { announceNext } = useAnnouncer();
  const [isOpen, setOpen] = useState(false);
  const heading = useHeadingAfter(isOpen);
  if (isKept) {
    return (
      <Section id="deletion" title="Delete the group">
        <p>The members of this group are the administrators. It belongs to the deployment and cannot be deleted here.</p>
      </Section>
    );
  }

  async function remove(): Promise<void> {
    await client.mutate({ mutation: DeleteGroupDocument, variables: { input: { groupName } } });
    announceNext(`The group ${groupName} is deleted.`);
    goTo('admin/groups');
  }

  return (
    <Section id="deletion" title="Delete the group" heading={heading}>
      <p>The members keep their accounts.</p>
      <div className="row">
        <button type="button" className="danger" onClick={() => setOpen(true)}>
          Delete the group
        </button>
      </div>
      {isOpen && (
        <ConfirmDialog
          title={`Delete the group ${groupName}`}
          action="Delete the group"
          isDangerous
          onConfirm={remove}
          onClose={() => setOpen(false)}
        >
          <p>Its members lose what it allows with their next sign-in or refresh. Nobody can restore the list of members.</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
