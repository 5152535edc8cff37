import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AdminUsersDocument } from '../../generated/admin.ts';
import { Field } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { Loaded, Section, useHeading } from '../account/card/section.tsx';
import { AdminCard } from './parts/admin-card.tsx';
import { firstPage, Pager, pagesOf, type Tokens } from './parts/pager.tsx';
import { Select } from './parts/select.tsx';
import { UserList } from './parts/user-list.tsx';
import { beginsWith, searchable, states } from './parts/wording.ts';

/** What is looked for, and which page of it is shown. */
interface Search {
  /** An attribute, or `state`. */
  readonly by: string;
  /** How the attribute begins, or the filter of a state. Empty finds everybody. */
  readonly value: string;
  readonly tokens: Tokens;
}

export interface Searching {
  readonly search: Search;
  readonly setSearch: (search: Search) => void;
}

/** Kept while one looks at a user, so that the way back leads to the same page of the list. */
export function useSearch(): Searching {
  const [search, setSearch] = useState<Search>({ by: 'username', value: '', tokens: firstPage });
  return { search, setSearch };
}

/** All users, page by page, or the ones that match. */
export function UsersPage({ search, setSearch }: Searching) {
  const filter = filterOf(search);
  return (
    <AdminCard title="Users" at="users">
      <Section id="find" title="Find users">
        <Find search={search} onFind={(by, value) => setSearch({ by, value, tokens: firstPage })} />
      </Section>
      <Found
        filter={filter}
        tokens={search.tokens}
        title={filter === null ? 'All users' : 'Matching users'}
        onTurn={(tokens) => setSearch({ ...search, tokens })}
      />
    </AdminCard>
  );
}

function filterOf({ by, value }: Search): string | null {
  if (value === '') return null;
  return by === 'state' ? value : beginsWith(by, value);
}

/** Cognito filters by one thing at a time. */
function Find({ search, onFind }: { search: Search; onFind: (by: string, value: string) => void }) {
  const [by, setBy] = useState(search.by);
  const value = by === search.by ? search.value : '';
  return (
    <Form label="Find users" onSubmit={async (fields) => onFind(by, fields('value').trim())}>
      <div className="find">
        <Select label="Find by" name="by" options={[...searchable, ['State', 'state']]} defaultValue={by} onChange={setBy} />
        {by === 'state' ? (
          <Select label="State" name="value" options={[['Any state', ''], ...states]} defaultValue={value} />
        ) : (
          <Field
            label="Begins with"
            name="value"
            autoComplete="off"
            defaultValue={value}
            hint="Case-sensitive. Leave it empty to see everybody."
          />
        )}
      </div>
      <div className="row">
        <Submit>Find</Submit>
      </div>
    </Form>
  );
}

interface FoundProps {
  readonly filter: string | null;
  readonly tokens: Tokens;
  readonly title: string;
  readonly onTurn: (tokens: Tokens) => void;
}

function Found({ filter, tokens, title, onTurn }: FoundProps) {
  const heading = useHeading();
  const pages = pagesOf(tokens, (next) => {
    onTurn(next);
    heading.focus();
  });
  const query = useQuery(AdminUsersDocument, {
    variables: { filter, nextToken: pages.token },
    // The list may have changed by the next time, and 10,000 users are no use in the cache.
    fetchPolicy: 'no-cache',
  });
  return (
    <Section id="found" title={title} heading={heading.ref}>
      <Loaded query={query}>
        {({ users: { items, nextToken } }) => (
          <>
            <UserList
              users={items}
              none={nextToken === null ? 'No user matches.' : 'No user on this page matches. Go on to the next.'}
            />
            <Pager pages={pages} nextToken={nextToken} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
