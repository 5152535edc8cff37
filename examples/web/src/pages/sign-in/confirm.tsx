import { ConfirmSignUpDocument, ResendConfirmationCodeDocument } from '../../generated/sign-in.ts';
import { goTo } from '../../site/route.ts';
import { useRequest, useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { useCaptcha } from '../../ui/captcha.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { LocalInbox } from '../../ui/on-laptop.tsx';
import { NewPassword } from '../../ui/password/new-password.tsx';
import { Resend } from '../../ui/resend.tsx';
import { Card } from '../../ui/screen.tsx';
import { inMyLanguage } from '../wording/locale.ts';
import { nameFieldsOf } from '../wording/name-fields.ts';
import type { PersonProps, SignedUp } from './person.ts';
import { Who } from './who.tsx';

/**
 * Asks for the code of the sign-up, and for a password unless it was chosen a moment ago on this page. With the session
 * of the sign-up the user is then signed in, if the pool allows it.
 */
export function ConfirmPage({ signIn, username, setUsername, signedUp }: PersonProps) {
  const { config } = useSettings();
  const request = useRequest();
  const { announceNext } = useAnnouncer();
  const captcha = useCaptcha();
  const [nameField] = nameFieldsOf(config);
  /** Null if the name was changed, since it is then another sign-up. */
  const mine = signedUp?.typed['username'] === username ? signedUp : null;
  const choosesPassword = (mine?.password ?? null) === null;
  const address = mine && addressOf(mine);

  async function submit(fields: Fields): Promise<void> {
    const name = fields('username').trim();
    const input = {
      username: name,
      code: fields('code'),
      password: mine?.password ?? fields('password'),
      session: mine?.session ?? null,
    };
    const { session } = (await request(ConfirmSignUpDocument, { input })).confirmSignUp;
    announceNext('Your address is confirmed.');
    if (session) await signIn.go(name, (calls) => calls.afterSignUp(name, session)).catch(() => signIn.restart());
    goTo('');
  }

  async function resend(): Promise<void> {
    await request(ResendConfirmationCodeDocument, { input: { username, ...captcha.answer(), ...inMyLanguage() } });
  }

  if (config.verifyBy === 'LINK') {
    return (
      <Card title="Confirm your address">
        <p>We sent a link{address && <> to {<strong>{address}</strong>}</>}. Follow it, then come back and choose a password.</p>
        {username && <Resend what="link" captcha={captcha.field} send={resend} />}
        <button type="button" className="primary" onClick={() => goTo('forgot')}>
          Choose a password
        </button>
        <LocalInbox />
        <WrongAddress />
      </Card>
    );
  }
  return (
    <Card title="Confirm your address">
      {address ? (
        <p>
          We sent a code to <strong>{address}</strong>.
        </p>
      ) : (
        <p>Enter the code of the message that we sent you.</p>
      )}
      <Form label="Confirm" onSubmit={submit}>
        <Who label={nameField.label} username={username} setUsername={setUsername} />
        {choosesPassword && <NewPassword policy={config.passwordPolicy} />}
        <CodeField digits={6} sentTo={username}>
          {username && <Resend captcha={captcha.field} send={resend} />}
        </CodeField>
        <Submit>Confirm</Submit>
      </Form>
      <WrongAddress />
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}

/** The address as it was typed, so that users can see a mistake. The API hides most of its letters. */
function addressOf({ typed, delivery }: SignedUp): string | null {
  if (!delivery) return null;
  const { username = '', email, phoneNumber } = typed;
  if (delivery.medium === 'EMAIL') return email ?? (username.includes('@') ? username : delivery.destination);
  return phoneNumber ?? (username.startsWith('+') ? username : delivery.destination);
}

/** Users cannot change the address of an unconfirmed account, and its user name stays taken. */
function WrongAddress() {
  const { signInNames, signUpModes } = useSettings().config;
  if (signUpModes.length === 0) return null;
  return (
    <p className="foot">
      Is the address wrong? <a href="#/sign-up">Create the account again</a>
      {signInNames.includes('USERNAME') && ', with another user name'}.
    </p>
  );
}
