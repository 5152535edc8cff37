import { useMutation, useQuery } from '@apollo/client/react';
import { DevicesDocument, type DevicesQuery, ForgetDeviceDocument } from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { Loaded, Section, useHeading } from './card/section.tsx';

type Device = DevicesQuery['devices']['items'][number];

/** Devices that are remembered, and may sign in without a second step. */
export function Devices() {
  const query = useQuery(DevicesDocument, { fetchPolicy: 'cache-and-network' });
  const { announce } = useAnnouncer();
  const heading = useHeading();
  const [forgetDevice] = useMutation(ForgetDeviceDocument, { refetchQueries: [DevicesDocument], awaitRefetchQueries: true });

  async function forget({ key: deviceKey }: Device): Promise<void> {
    await forgetDevice({ variables: { input: { deviceKey } } });
    announce('That device is forgotten.');
    heading.focus();
  }

  return (
    <Section id="devices" title="Remembered devices" heading={heading.ref}>
      <Loaded query={query}>
        {({ devices: { items } }) =>
          items.length === 0 ? (
            <p>No device is remembered.</p>
          ) : (
            <ul className="items">
              {items.map((device) => (
                <li key={device.key}>
                  <Form onSubmit={() => forget(device)}>
                    <div className="row">
                      <span>
                        <strong>{device.name ?? 'A device without a name'}</strong>{' '}
                        {device.isCurrent && <span className="badge">this one</span>}
                        <span className="hint">
                          {device.lastIpAddress && `${device.lastIpAddress}, `}last used <When at={device.lastAuthenticatedAt} />
                        </span>
                      </span>
                      <Submit look="secondary">
                        Forget<span className="visually-hidden"> {device.name ?? 'this device'}</span>
                      </Submit>
                    </div>
                  </Form>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
