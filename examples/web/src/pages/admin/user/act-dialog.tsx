import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { AdminUserDocument } from '../../../generated/admin.ts';
import { goTo } from '../../../site/route.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Fields, Form, Submit } from '../../../ui/form.tsx';
import { Card } from '../../../ui/screen.tsx';
import type { Act, AdminUser } from './act.ts';

interface ActDialogProps {
  readonly act: Act;
  readonly user: AdminUser;
  readonly onClose: () => void;
}

const even = 'evenIfLast';

/** Says what an act will do, and does it. */
export function ActDialog({ act, user, onClose }: ActDialogProps) {
  const { config } = useSettings();
  const client = useApolloClient();
  const { announce, announceNext } = useAnnouncer();
  const look = act.isDangerous ? 'danger' : 'primary';

  async function submit(fields: Fields, way: string): Promise<void> {
    await act.run({ client, user, fields, evenIfLast: way === even });
    if (act.isFarewell) {
      announceNext(act.done);
      return goTo('admin');
    }
    await client.refetchQueries({ include: [AdminUserDocument] });
    announce(act.done);
    onClose();
  }

  const inputs: ReactNode = act.fields?.(user, config);
  return (
    <Dialog onClose={onClose}>
      <Card title={`${act.name}: ${user.username}`}>
        <p>{act.does}</p>
        <Form
          onSubmit={submit}
          takesFocus={inputs !== undefined}
          help={({ code }) =>
            code === 'LAST_ADMINISTRATOR' && (
              <Submit way={even} look="danger">
                Do it, though nobody is left who can undo it
              </Submit>
            )
          }
        >
          {inputs}
          <Submit look={look}>{act.name}</Submit>
        </Form>
      </Card>
    </Dialog>
  );
}
