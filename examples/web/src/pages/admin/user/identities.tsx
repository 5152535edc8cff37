import { useState } from 'react';
import type { Federation } from '../../../auth/federation/authorization.ts';
import { AdminDisableProviderForUserDocument, AdminLinkProviderForUserDocument } from '../../../generated/admin.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { Field } from '../../../ui/fields.tsx';
import { When } from '../../../ui/when.tsx';
import { Section } from '../../account/card/section.tsx';
import { labelOf } from '../../wording/federation.ts';
import { useHeadingAfter } from '../parts/confirm-dialog.tsx';
import { Select } from '../parts/select.tsx';
import type { Act, AdminUser } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

/** The accounts elsewhere that sign in as a user. */
export function Identities({ user }: { user: AdminUser }) {
  const { federation } = useSettings().config;
  const [open, setOpen] = useState<Act | null>(null);
  const heading = useHeadingAfter(open !== null);
  if (federation === null) return null;
  return (
    <Section id="identities" title="Accounts elsewhere" heading={heading}>
      {user.identities.length === 0 && <p>No account elsewhere signs in as this user.</p>}
      <ul className="items" hidden={user.identities.length === 0}>
        {user.identities.map((identity) => (
          <li key={`${identity.providerName} ${identity.userId}`} className="row">
            <span>
              <strong>{labelOf(federation, identity.providerName)}</strong>{' '}
              {identity.isPrimary && <span className="badge">the only way in</span>}
              <span className="hint">{identity.userId}</span>
              {identity.linkedAt !== null && (
                <span className="hint">
                  since <When at={identity.linkedAt} />
                </span>
              )}
            </span>
            {!identity.isPrimary && (
              <button type="button" className="secondary" onClick={() => setOpen(unlink(federation, identity))}>
                Unlink<span className="visually-hidden"> {labelOf(federation, identity.providerName)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="secondary" onClick={() => setOpen(link(federation))}>
          Link an account elsewhere
        </button>
      </div>
      {open && <ActDialog act={open} user={user} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function link({ providers }: Federation): Act {
  return {
    name: 'Link an account elsewhere',
    does: 'Whoever signs in with that account becomes this user, without their password and second step. Make sure that it is theirs. It must not have signed in here yet.',
    done: 'The account is linked.',
    fields: () => (
      <>
        <Select
          label="Provider"
          name="providerName"
          options={providers.map(({ label, name }) => [label, name])}
          defaultValue={providers[0]?.name ?? ''}
        />
        <Field label="Id there" name="userId" autoComplete="off" hint="What the provider calls sub, user id or NameID" required />
      </>
    ),
    run: ({ client, user: { username }, fields }) =>
      client.mutate({
        mutation: AdminLinkProviderForUserDocument,
        variables: { input: { username, providerName: fields('providerName'), userId: fields('userId').trim() } },
      }),
  };
}

function unlink(federation: Federation, { providerName, userId }: AdminUser['identities'][number]): Act {
  const label = labelOf(federation, providerName);
  return {
    name: `Unlink ${label}`,
    does: `That account no longer signs in as this user. If it signs in with ${label} again, it gets an account of its own.`,
    done: `${label} no longer signs in as this user.`,
    isDangerous: true,
    run: ({ client, user: { username } }) =>
      client.mutate({ mutation: AdminDisableProviderForUserDocument, variables: { input: { username, providerName, userId } } }),
  };
}
