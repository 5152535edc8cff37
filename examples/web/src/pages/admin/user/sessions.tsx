import { useState } from 'react';
import { deviceName } from '../../../auth/proofs/device-name.ts';
import { AdminForgetDeviceDocument, AdminRevokeUserSessionDocument } from '../../../generated/admin.ts';
import { When } from '../../../ui/when.tsx';
import { Section } from '../../account/card/section.tsx';
import { useHeadingAfter } from '../parts/confirm-dialog.tsx';
import type { Act, AdminUser } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

/** Where a user is signed in, and which devices are remembered, if the deployment knows. */
export function Sessions({ user }: { user: AdminUser }) {
  const { sessions, devices } = user;
  const [open, setOpen] = useState<Act | null>(null);
  const heading = useHeadingAfter(open !== null);
  if (sessions === null && devices === null) return null;
  return (
    <Section id="sessions" title="Sessions and devices" heading={heading}>
      {sessions?.length === 0 && <p>The user is signed in nowhere.</p>}
      <ul className="items" hidden={!sessions?.length && !devices?.length}>
        {sessions?.map(({ sessionId, device, ipAddress, lastActiveAt, createdAt }) => (
          <li key={sessionId} className="row">
            <span>
              <strong>{deviceName(device)}</strong>
              <span className="hint">
                {ipAddress && `${ipAddress}, `}last used <When at={lastActiveAt ?? createdAt} />
              </span>
            </span>
            <button type="button" className="secondary" onClick={() => setOpen(end(sessionId))}>
              End<span className="visually-hidden"> the session on {deviceName(device)}</span>
            </button>
          </li>
        ))}
        {devices?.map(({ key, name, lastAuthenticatedAt }) => (
          <li key={key} className="row">
            <span>
              <strong>{name ?? 'A device without a name'}</strong> <span className="badge">remembered</span>
              <span className="hint">
                last used <When at={lastAuthenticatedAt} />
              </span>
            </span>
            <button type="button" className="secondary" onClick={() => setOpen(forget(key))}>
              Forget<span className="visually-hidden"> {name ?? 'this device'}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && <ActDialog act={open} user={user} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function end(sessionId: string): Act {
  return {
    name: 'End the session',
    does: 'They have to sign in again there. Their other sessions continue.',
    done: 'The session is ended.',
    run: ({ client, user: { username } }) =>
      client.mutate({ mutation: AdminRevokeUserSessionDocument, variables: { input: { username, sessionId } } }),
  };
}

function forget(deviceKey: string): Act {
  return {
    name: 'Forget the device',
    does: 'The device no longer replaces the second step: the next sign-in on it asks for it again.',
    done: 'The device is forgotten.',
    run: ({ client, user: { username } }) =>
      client.mutate({ mutation: AdminForgetDeviceDocument, variables: { input: { username, deviceKey } } }),
  };
}
