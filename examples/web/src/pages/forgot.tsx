import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ConfirmForgotPasswordDocument, ForgotPasswordDocument } from '../generated/operations.ts';
import { goTo } from '../route.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { CodeField, Field, HiddenUsername } from '../ui/fields.tsx';
import { type Fields, Form, Submit } from '../ui/form.tsx';
import { NewPassword } from '../ui/new-password.tsx';
import { DevInbox } from '../ui/on-laptop.tsx';
import { Resend } from '../ui/resend.tsx';
import { Card } from '../ui/screen.tsx';
import { useSettings } from '../ui/settings-context.ts';
import { inMyLanguage } from './locale.ts';
import { nameLabel } from './name-fields.ts';
import type { PersonProps } from './person.ts';

const context = { anonymous: true };

export function ForgotPage({ username, setUsername, signIn }: PersonProps) {
  const { config } = useSettings();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [isSent, setSent] = useState(false);

  const send = (name: string) =>
    client.mutate({ mutation: ForgotPasswordDocument, variables: { input: { username: name, ...inMyLanguage() } }, context });

  async function ask(fields: Fields): Promise<void> {
    const name = fields('username').trim();
    setUsername(name);
    await send(name);
    setSent(true);
  }

  async function reset(fields: Fields): Promise<void> {
    const input = { username, code: fields('code'), password: fields('password') };
    await client.mutate({ mutation: ConfirmForgotPasswordDocument, variables: { input }, context });
    signIn.restart({ username });
    announce('Your new password is set. Sign in with it.');
    goTo('');
  }

  if (!isSent) {
    return (
      <Card title="Forgot your password?">
        <p>We send a code by which you can choose a new one.</p>
        <Form label="Forgotten password" onSubmit={ask}>
          <Field label={nameLabel(config)} name="username" autoComplete="username" defaultValue={username} required />
          <Submit>Send the code</Submit>
        </Form>
        <p className="foot">
          <a href="#/">Back to the sign-in</a>
        </p>
      </Card>
    );
  }
  return (
    <Card title="Choose a new password">
      {/* The same for everybody: who has an account here is nobody's business. */}
      <p>If there is an account of this name, a code is on its way to its address. It is good for one hour.</p>
      <Form label="New password" onSubmit={reset}>
        <HiddenUsername value={username} />
        <CodeField />
        <Resend send={() => send(username)} />
        <NewPassword policy={config.passwordPolicy} label="New password" />
        <Submit>Set the password</Submit>
      </Form>
      <DevInbox />
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}
