import { RecoverAccessDocument } from '../../generated/sign-in.ts';
import { goTo } from '../../site/route.ts';
import { useRequest, useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Field, PasswordField } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { nameLabel } from '../wording/name-fields.ts';
import { retold } from '../wording/refusals.ts';
import type { PersonProps } from './person.ts';
import { Who } from './who.tsx';

const wrong = { message: 'The password or the recovery code is wrong, or the code was used before.' };

/** Sign-in for users who lost their second step, with one of their recovery codes. */
export function RecoverPage({ username, setUsername, signIn }: PersonProps) {
  const { config } = useSettings();
  const request = useRequest();
  const { announceNext } = useAnnouncer();

  async function recover(fields: Fields): Promise<void> {
    const name = fields('username').trim();
    const password = fields('password');
    const input = { username: name, password, recoveryCode: fields('recoveryCode').trim() };
    await request(RecoverAccessDocument, { input }).catch((refusal) => {
      throw retold(refusal, ({ code }) => (code === 'INVALID_CREDENTIALS' ? wrong : undefined));
    });
    signIn.persist('session');
    announceNext('Your second steps are switched off and your other sessions are ended. Set up a new second step now.');
    await signIn.go(name, (calls) => calls.byPassword(name, password)).catch(() => signIn.restart({ username: name }));
    goTo('');
  }

  return (
    <Card title="Sign in with a recovery code">
      <p>
        Take one of the recovery codes that you have kept. It works once. It switches your second steps off and ends your other
        sessions, so that whoever has your phone is locked out.
      </p>
      <Form label="Recovery" onSubmit={recover}>
        <Who label={nameLabel(config)} username={username} setUsername={setUsername} />
        <PasswordField label="Password" name="password" autoComplete="current-password" required />
        <Field label="Recovery code" name="recoveryCode" autoComplete="off" className="code" required />
        <Submit>Recover the account</Submit>
      </Form>
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}
