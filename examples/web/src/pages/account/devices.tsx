import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { browserDevices } from '../../auth/browser-auth.ts';
import { DevicesDocument, type DevicesQuery, ForgetDeviceDocument, UpdateDeviceStatusDocument } from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { refetching } from './card/refetching.ts';
import { Loaded, Section, useHeading } from './card/section.tsx';

type Device = DevicesQuery['devices']['items'][number];

/** Devices that are remembered, and may sign in without a second step. */
export function Devices() {
  const query = useQuery(DevicesDocument, { fetchPolicy: 'cache-and-network' });
  const { announce } = useAnnouncer();
  const heading = useHeading();
  const { config, UserPoolClientId } = useSettings();
  const here = browserDevices(UserPoolClientId);
  const [rememberDevice] = useMutation(UpdateDeviceStatusDocument, refetching());
  const [, redraw] = useState(0);
  const [forgetDevice] = useMutation(ForgetDeviceDocument, refetching('Devices'));

  async function forget({ key: deviceKey }: Device): Promise<void> {
    await forgetDevice({ variables: { input: { deviceKey } } });
    here.forget(deviceKey);
    announce('That device is forgotten.');
    heading.focus();
  }

  async function remember({ key: deviceKey }: Device): Promise<void> {
    await rememberDevice({ variables: { input: { deviceKey, remembered: true } } });
    here.remember(deviceKey);
    redraw((times) => times + 1);
    announce('This device is remembered: the next sign-in here does without the second step.');
    heading.focus();
  }

  /** Only the browser itself knows whether it is remembered. */
  const mayBeRemembered = ({ key, isCurrent }: Device): boolean =>
    config.rememberDevices === 'ON_REQUEST' && isCurrent && here.withKey(key)?.isRemembered === false;

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
                  {mayBeRemembered(device) && (
                    <Form onSubmit={() => remember(device)}>
                      <p className="hint">Is this device yours alone? Then it can stand in for your second step.</p>
                      <Submit look="secondary">Remember this device</Submit>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
