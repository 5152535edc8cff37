import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import {
  ConfirmSignUpDocument,
  type DeliveryFragment,
  ResendConfirmationCodeDocument,
  SignUpDocument,
  type SignUpMode,
} from '../generated/operations.ts';
import { goTo } from '../route.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { CodeField, Field, HiddenUsername, PasswordField } from '../ui/fields.tsx';
import { type Fields, Form, Submit } from '../ui/form.tsx';
import { NewPassword } from '../ui/new-password.tsx';
import { DevInbox } from '../ui/on-laptop.tsx';
import { Resend } from '../ui/resend.tsx';
import { Card } from '../ui/screen.tsx';
import { useSettings } from '../ui/settings-context.ts';
import { attributeLabel } from './attributes.ts';
import type { PersonProps } from './person.ts';

const modes: { readonly [M in SignUpMode]: string } = {
  PASSWORD: 'With a password of my own',
  TEMPORARY_PASSWORD: 'With a temporary password, for the first sign-in only',
  INVITATION: 'With an invitation by e-mail',
};

const anonymous = { anonymous: true };

export function SignUpPage(props: PersonProps) {
  const { config } = useSettings();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [mode, setMode] = useState<SignUpMode>(config.signUpModes[0] ?? 'PASSWORD');
  const [sent, setSent] = useState<{ session: string | null; delivery: DeliveryFragment | null } | null>(null);
  const attributes = config.requiredAttributes.filter((name) => name !== 'email' && name !== 'phone_number');

  async function submit(fields: Fields): Promise<void> {
    const username = fields('username').trim();
    props.setUsername(username);
    const { data } = await client.mutate({
      mutation: SignUpDocument,
      context: anonymous,
      variables: {
        input: {
          username,
          email: fields('email').trim(),
          ...(config.requiredAttributes.includes('phone_number') && { phoneNumber: fields('phoneNumber').trim() }),
          ...(mode === 'PASSWORD' && { password: fields('password') }),
          ...(mode === 'TEMPORARY_PASSWORD' && { temporaryPassword: fields('temporaryPassword') }),
          ...(attributes.length > 0 && { attributes: attributes.map((name) => ({ name, value: fields(name) })) }),
        },
      },
    });
    if (data?.signUp.userStatus === 'UNCONFIRMED') {
      setSent({ session: data.signUp.session, delivery: data.signUp.codeDelivery });
      return;
    }
    announce(mode === 'INVITATION' ? 'Your invitation is on its way.' : 'Your account is made. Sign in.');
    goTo('');
  }

  if (sent) return <ConfirmPage {...props} {...sent} />;
  return (
    <Card title="Create an account">
      <Form label="Create an account" onSubmit={submit}>
        {config.signUpModes.length > 1 && (
          <fieldset className="radios">
            <legend>How to begin</legend>
            {config.signUpModes.map((each) => (
              <label key={each} className="check">
                <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
                <span>{modes[each]}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Field label="User name" name="username" autoComplete="username" defaultValue={props.username} required />
        <Field label="E-mail" name="email" type="email" autoComplete="email" required />
        {config.requiredAttributes.includes('phone_number') && (
          <Field
            label="Phone number"
            name="phoneNumber"
            type="tel"
            autoComplete="tel"
            hint="With the country, such as +1 …"
            required
          />
        )}
        {attributes.map((name) => (
          <Field key={name} label={attributeLabel(name)} name={name} required />
        ))}
        {mode === 'PASSWORD' && <NewPassword policy={config.passwordPolicy} />}
        {mode === 'TEMPORARY_PASSWORD' && (
          <PasswordField label="Temporary password" name="temporaryPassword" autoComplete="new-password" required />
        )}
        <Submit>Create account</Submit>
      </Form>
      <p className="foot">
        Have one already? <a href="#/">Sign in</a>
      </p>
    </Card>
  );
}

interface ConfirmProps extends PersonProps {
  readonly session?: string | null;
  readonly delivery?: DeliveryFragment | null;
}

/** The code of the message. With the session of the sign-up it also signs in, where the pool lets it. */
export function ConfirmPage({ signIn, username, setUsername, session = null, delivery = null }: ConfirmProps) {
  const client = useApolloClient();
  const announce = useAnnounce();
  const isKnown = username !== '';

  async function submit(fields: Fields): Promise<void> {
    const name = isKnown ? username : fields('username').trim();
    const variables = { input: { username: name, code: fields('code'), session } };
    const { data } = await client.mutate({ mutation: ConfirmSignUpDocument, variables, context: anonymous });
    setUsername(name);
    const next = data?.confirmSignUp.session;
    if (next) await signIn.go(name, (calls) => calls.afterSignUp(name, next)).catch(() => signIn.restart());
    announce('Your address is confirmed.');
    goTo('');
  }

  async function resend(): Promise<void> {
    await client.mutate({ mutation: ResendConfirmationCodeDocument, variables: { input: { username } }, context: anonymous });
  }

  return (
    <Card title="Confirm your address">
      {delivery ? (
        <p>
          We sent a code to <strong>{delivery.destination}</strong>.
        </p>
      ) : (
        <p>Enter the code of the message that we sent you.</p>
      )}
      <Form label="Confirm" onSubmit={submit}>
        {isKnown ? (
          <HiddenUsername value={username} />
        ) : (
          <Field label="User name" name="username" autoComplete="username" required />
        )}
        <CodeField digits={6} />
        {isKnown && <Resend send={resend} />}
        <Submit>Confirm</Submit>
      </Form>
      <DevInbox />
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}
