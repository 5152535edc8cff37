import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AdminUsersDocument } from '../../generated/admin.ts';
import { Field } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Loaded, Section, useHeading } from '../account/card/section.tsx';
import { AdminCard } from './parts/admin-card.tsx';
import { Pager, usePages } from './parts/pager.tsx';
import { UserList } from './parts/user-list.tsx';
import { beginsWith, searchable, states } from './parts/wording.ts';
import { Select } from './select.tsx';

/** All users, page by page, or those that are looked for. Cognito looks by one thing at a time. */
export function UsersPage() {
  const [filter, setFilter] = useState<string | null>(null);
  return (
    <AdminCard title="Users" at="users">
      <div className="cards">
        <Section id="find" title="Find users">
          <Form label="By the beginning of" onSubmit={async (fields) => setFilter(searchOf(fields))}>
            <Select label="Find by" name="attribute" options={searchable} />
            <Field label="Begins with" name="text" hint="Upper and lower case count. Empty finds everybody." />
            <div className="row">
              <Submit>Find</Submit>
            </div>
          </Form>
          <Form label="By state" onSubmit={async (fields) => setFilter(fields('state') || null)}>
            <Select label="Or by state" name="state" options={[['Everybody', ''], ...states]} />
            <div className="row">
              <Submit look="secondary">Show</Submit>
            </div>
          </Form>
        </Section>
        <Found key={filter} filter={filter} />
      </div>
    </AdminCard>
  );
}

function searchOf(fields: Fields): string | null {
  const text = fields('text').trim();
  return text === '' ? null : beginsWith(fields('attribute'), text);
}

function Found({ filter }: { filter: string | null }) {
  const heading = useHeading();
  const pages = usePages(heading.focus);
  const query = useQuery(AdminUsersDocument, {
    variables: { filter, nextToken: pages.token },
    // A page of a list that changes is not worth keeping.
    fetchPolicy: 'no-cache',
  });
  return (
    <Section id="found" title={filter === null ? 'All users' : 'Found'} heading={heading.ref}>
      <Loaded query={query}>
        {({ users: { items, nextToken } }) => (
          <>
            <UserList users={items} none={nextToken === null ? 'There is nobody.' : 'Nobody on this page; there are more.'} />
            <Pager pages={pages} nextToken={nextToken} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
