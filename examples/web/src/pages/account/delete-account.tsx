import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { ApiError } from '../../auth/api-error.ts';
import { useAuth } from '../../auth/react.ts';
import { DeleteUserDocument } from '../../generated/account.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import type { Me } from './card/me.ts';
import { Section } from './card/section.tsx';

/** Deletes the account, after it has shown what will be lost. */
export function DeleteAccount({ me }: { me: Me }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="delete-account" title="Delete your account">
      <p>It is deleted at once and for good. Nobody can bring it back.</p>
      <button type="button" className="danger" onClick={() => setOpen(true)}>
        Delete your account
      </button>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)}>
          <Confirmation me={me} />
        </Dialog>
      )}
    </Section>
  );
}

const word = 'delete';

function Confirmation({ me }: { me: Me }) {
  const { auth } = useAuth();
  const [deleteUser] = useMutation(DeleteUserDocument);

  async function submit(fields: Fields): Promise<void> {
    if (fields('word').trim().toLowerCase() !== word)
      throw new ApiError('INVALID_INPUT', `Type “${word}”, or cancel.`, { field: 'word' });
    await deleteUser();
    auth.lost(await auth.accessToken(), 'deleted');
  }

  const kept = [me.email, me.phoneNumber].filter((address) => address !== null);
  return (
    <Card title="Delete your account for good?">
      <p>You will lose:</p>
      <ul className="losses">
        <li>
          the account “{me.username}”{kept.length > 0 && `, with ${kept.join(' and ')}`}
        </li>
        <li>your password, passkeys, and every second step that you have set up</li>
        <li>all your sessions, on this device and on all others</li>
      </ul>
      <p>Afterwards anybody may create an account with the same name.</p>
      <Form label="Delete your account" onSubmit={submit}>
        <Field label={`Type “${word}” to go on`} name="word" autoComplete="off" required />
        <Submit look="danger">Delete my account</Submit>
      </Form>
    </Card>
  );
}
