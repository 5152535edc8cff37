import { Suspense, useEffect, useId, useRef } from 'react';
import { later } from '../../site/later.tsx';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { Field } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';

// Few users need it.
const QrCode = later(async () => (await import('./qr-code.tsx')).QrCode);

export interface SoftwareToken {
  readonly secretCode: string;
  readonly otpauthUri: string;
  readonly session: string | null;
}

interface AppSecretProps {
  readonly token: SoftwareToken;
  readonly onCode: (code: string, deviceName: string | null) => Promise<unknown>;
}

/** The secret for an authenticator app, to be scanned, tapped or typed, and the code that proves it. */
export function AppSecret({ token, onCode }: AppSecretProps) {
  const { announce } = useAnnouncer();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  // The button that led here is gone. (If this is on a new screen, its heading takes the focus afterwards.)
  useEffect(() => list.current?.focus(), []);
  // Groups of four are easier to type.
  const spaced = token.secretCode.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <ol className="way" ref={list} tabIndex={-1} aria-label="Set up an authenticator app">
      <li>
        <p>Scan this with your authenticator app, or open it on this device.</p>
        <a className="qr" href={token.otpauthUri}>
          <Suspense fallback={<p>Drawing …</p>}>
            <QrCode text={token.otpauthUri} />
          </Suspense>
        </a>
      </li>
      <li>
        <p id={id}>Cannot scan? Type this key into the app.</p>
        <div className="secret">
          <code data-secret>{spaced}</code>
          <button
            type="button"
            className="quiet"
            aria-describedby={id}
            onClick={() =>
              void navigator.clipboard.writeText(token.secretCode).then(
                () => announce('The key is copied.'),
                () => announce('The browser does not let this page copy. Select the key instead.'),
              )
            }
          >
            Copy key
          </button>
        </div>
      </li>
      <li>
        <p>Enter the six digits that the app shows.</p>
        <Form label="Code of the app" onSubmit={(fields) => onCode(fields('code'), fields('friendlyDeviceName').trim() || null)}>
          <Field label="Name of the device (optional)" name="friendlyDeviceName" maxLength={64} autoComplete="off" />
          <CodeField digits={6} />
          <Submit>Verify</Submit>
        </Form>
      </li>
    </ol>
  );
}
