import { useMutation } from '@apollo/client/react';
import { deviceName } from '../../../auth/proofs/device-name.ts';
import { AdminForgetDeviceDocument, AdminRevokeUserSessionDocument, AdminUserDocument } from '../../../generated/admin.ts';
import { useAnnouncer } from '../../../ui/announcer.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { When } from '../../../ui/when.tsx';
import { Section, useHeading } from '../../account/card/section.tsx';
import type { AdminUser } from './act.ts';

const refetched = { refetchQueries: [AdminUserDocument], awaitRefetchQueries: true };

/** Where a user is signed in, and which devices are remembered, if the deployment knows. */
export function Sessions({ user: { username, sessions, devices } }: { user: AdminUser }) {
  const { announce } = useAnnouncer();
  const heading = useHeading();
  const [revoke] = useMutation(AdminRevokeUserSessionDocument, refetched);
  const [forget] = useMutation(AdminForgetDeviceDocument, refetched);
  if (sessions === null && devices === null) return null;

  const done = (text: string): void => {
    announce(text);
    heading.focus();
  };

  return (
    <Section id="sessions" title="Where they are signed in" heading={heading.ref}>
      {sessions?.length === 0 && <p>Nowhere.</p>}
      <ul className="items">
        {sessions?.map(({ sessionId, device, ipAddress, lastActiveAt, createdAt }) => (
          <li key={sessionId}>
            <Form
              onSubmit={async () => {
                await revoke({ variables: { input: { username, sessionId } } });
                done('That session is ended.');
              }}
            >
              <div className="row">
                <span>
                  <strong>{deviceName(device)}</strong>
                  <span className="hint">
                    {ipAddress && `${ipAddress}, `}last used <When at={lastActiveAt ?? createdAt} />
                  </span>
                </span>
                <Submit look="secondary">
                  End<span className="visually-hidden"> the session on {deviceName(device)}</span>
                </Submit>
              </div>
            </Form>
          </li>
        ))}
        {devices?.map(({ key: deviceKey, name, lastAuthenticatedAt }) => (
          <li key={deviceKey}>
            <Form
              onSubmit={async () => {
                await forget({ variables: { input: { username, deviceKey } } });
                done('That device is forgotten.');
              }}
            >
              <div className="row">
                <span>
                  <strong>{name ?? 'A device without a name'}</strong> <span className="badge">remembered</span>
                  <span className="hint">
                    last used <When at={lastAuthenticatedAt} />
                  </span>
                </span>
                <Submit look="secondary">
                  Forget<span className="visually-hidden"> {name ?? 'this device'}</span>
                </Submit>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
