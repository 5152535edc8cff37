import { useMutation } from '@apollo/client/react';
import { AdminCreateUserDocument } from '../../generated/admin.ts';
import { goTo } from '../../site/route.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Field } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Section } from '../account/card/section.tsx';
import { inMyLanguage } from '../wording/locale.ts';
import { nameFieldsOf } from '../wording/name-fields.ts';
import { AdminCard } from './parts/admin-card.tsx';

/** The form for a new user, who receives a mail or a text message with a password for the first sign-in. */
export function NewUserPage() {
  const { config } = useSettings();
  const { announceNext } = useAnnouncer();
  const [create] = useMutation(AdminCreateUserDocument);
  const names = nameFieldsOf(config);

  async function invite(fields: Fields): Promise<void> {
    const given = Object.fromEntries(names.map(({ name }) => [name, fields(name).trim() || null]));
    const input = { ...given, username: fields('username').trim(), ...inMyLanguage() };
    const { data } = await create({ variables: { input } });
    announceNext('The invitation was sent.');
    goTo(`admin/users/${encodeURIComponent(data?.adminCreateUser.username ?? '')}`);
  }

  return (
    <AdminCard title="Invite a user" at="new">
      <div className="cards">
        <Section id="invitation" title="The new user">
          <p>They receive a message with a temporary password and choose their own when they sign in.</p>
          <Form onSubmit={invite} takesFocus>
            {names.map((field) => (
              <Field key={field.name} {...field} autoComplete="off" required={field.name === 'username' || names.length === 1} />
            ))}
            <div className="row">
              <Submit>Send the invitation</Submit>
            </div>
          </Form>
        </Section>
      </div>
    </AdminCard>
  );
}
