import { useMutation, useQuery } from '@apollo/client/react';
import { AdminGroupsDocument, CreateGroupDocument } from '../../../generated/admin.ts';
import { goTo } from '../../../site/route.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Field } from '../../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../../ui/form.tsx';
import { Loaded, Section, useHeading } from '../../account/card/section.tsx';
import { AdminCard } from '../parts/admin-card.tsx';
import { Pager, usePages } from '../parts/pager.tsx';
import { PrecedenceField } from './group.tsx';

/** All groups, and the form for a new one. */
export function GroupsPage() {
  const heading = useHeading();
  const pages = usePages(heading.focus);
  const query = useQuery(AdminGroupsDocument, { variables: { nextToken: pages.token }, fetchPolicy: 'no-cache' });
  return (
    <AdminCard title="Groups" at="groups">
      <div className="cards">
        <Section id="groups" title="All groups" heading={heading.ref}>
          <Loaded query={query}>
            {({ groups: { items, nextToken } }) => (
              <>
                <ul className="items">
                  {items.map(({ groupName, description }) => (
                    <li key={groupName}>
                      <a href={`#/admin/groups/${encodeURIComponent(groupName)}`}>{groupName}</a>
                      {description !== null && <span className="hint">{description}</span>}
                    </li>
                  ))}
                </ul>
                {items.length === 0 && <p>There are no groups.</p>}
                <Pager pages={pages} nextToken={nextToken} />
              </>
            )}
          </Loaded>
        </Section>
        <NewGroup />
      </div>
    </AdminCard>
  );
}

function NewGroup() {
  const { announceNext } = useAnnouncer();
  const [create] = useMutation(CreateGroupDocument);

  async function submit(fields: Fields): Promise<void> {
    const groupName = fields('groupName').trim();
    const precedence = fields('precedence');
    await create({
      variables: {
        input: {
          groupName,
          description: fields('description').trim() || null,
          precedence: precedence === '' ? null : Number(precedence),
        },
      },
    });
    announceNext(`The group ${groupName} is created.`);
    goTo(`admin/groups/${encodeURIComponent(groupName)}`);
  }

  return (
    <Section id="new-group" title="New group">
      <Form onSubmit={submit}>
        <Field label="Name" name="groupName" autoComplete="off" required />
        <Field label="Description" name="description" autoComplete="off" />
        <PrecedenceField precedence={null} />
        <div className="row">
          <Submit>Create the group</Submit>
        </div>
      </Form>
    </Section>
  );
}
