import { ConfirmForgotPasswordDocument } from '../../generated/sign-in.ts';
import { goTo } from '../../site/route.ts';
import { useRequest, useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { useCaptcha } from '../../ui/captcha.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { NewPassword } from '../../ui/password/new-password.tsx';
import { Resend } from '../../ui/resend.tsx';
import { Card } from '../../ui/screen.tsx';
import { nameLabel } from '../wording/name-fields.ts';
import { useSendReset } from './forgot.tsx';
import type { PersonProps } from './person.ts';
import { Who } from './who.tsx';

/** Sets a new password with the code from a message that the user or an administrator has requested. */
export function ResetPage({ username, setUsername, signIn }: PersonProps) {
  const { config } = useSettings();
  const request = useRequest();
  const { announceNext } = useAnnouncer();
  const send = useSendReset();
  const captcha = useCaptcha();

  async function reset(fields: Fields): Promise<void> {
    const name = fields('username').trim();
    const input = { username: name, code: fields('code'), password: fields('password') };
    await request(ConfirmForgotPasswordDocument, { input });
    signIn.restart({ username: name });
    announceNext('Your new password is set. Sign in with it.');
    goTo('');
  }

  return (
    <Card title="Choose a new password">
      <p>If there is an account of this name, a code was sent to its address. It is good for one hour.</p>
      <Form label="New password" onSubmit={reset}>
        <Who label={nameLabel(config)} username={username} setUsername={setUsername} />
        <CodeField sentTo={username}>
          {username && <Resend captcha={captcha.field} send={() => send(username, captcha.answer())} />}
        </CodeField>
        <NewPassword policy={config.passwordPolicy} label="New password" />
        <Submit>Set the password</Submit>
      </Form>
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}
