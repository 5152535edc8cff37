import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useAuth } from '../../../auth/react.ts';
import { goTo } from '../../../site/route.ts';
import { useSettings } from '../../../site/settings-context.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import type { Fields } from '../../../ui/form.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import type { Act, AdminUser } from './act.ts';

interface ActDialogProps {
  readonly act: Act;
  readonly user: AdminUser;
  readonly onClose: () => void;
}

/** Says what an act will do, and does it. */
export function ActDialog({ act, user, onClose }: ActDialogProps) {
  const { config } = useSettings();
  const { user: administrator } = useAuth();
  const client = useApolloClient();
  const { announce, announceNext } = useAnnouncer();

  async function confirm(fields: Fields, evenIfLast: boolean): Promise<void> {
    await act.run({ client, user, fields, evenIfLast });
    if (act.isFarewell) {
      announceNext(act.done);
      return goTo('admin');
    }
    // The user, their history, and whatever else is on the screen. Each part shows its own error: an administrator may
    // have just ended their own rights.
    await client.refetchQueries({ include: 'active' }).catch(() => {});
    announce(act.done);
    onClose();
  }

  const inputs: ReactNode = act.fields?.(user, config);
  return (
    <ConfirmDialog
      title={`${act.name}: ${user.username}`}
      action={act.name}
      isDangerous={act.isDangerous ?? false}
      inputs={inputs}
      onConfirm={confirm}
      onClose={onClose}
    >
      {user.sub === administrator?.sub && (
        <p>
          <strong>This is your own account.</strong>
        </p>
      )}
      <p>{act.does}</p>
    </ConfirmDialog>
  );
}
