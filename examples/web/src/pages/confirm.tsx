import { useApolloClient } from '@apollo/client/react';
import { ConfirmSignUpDocument, type DeliveryFragment, ResendConfirmationCodeDocument } from '../generated/operations.ts';
import { goTo } from '../route.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { CodeField, Field, HiddenUsername } from '../ui/fields.tsx';
import { type Fields, Form, Submit } from '../ui/form.tsx';
import { DevInbox } from '../ui/on-laptop.tsx';
import { Resend } from '../ui/resend.tsx';
import { Card } from '../ui/screen.tsx';
import { useSettings } from '../ui/settings-context.ts';
import { inMyLanguage } from './locale.ts';
import { nameLabel } from './name-fields.ts';
import type { PersonProps } from './person.ts';

const anonymous = { anonymous: true };

interface ConfirmProps extends PersonProps {
  readonly session?: string | null;
  readonly delivery?: DeliveryFragment | null;
}

/** The code of the message. With the session of the sign-up it also signs in, where the pool lets it. */
export function ConfirmPage({ signIn, username, setUsername, session = null, delivery = null }: ConfirmProps) {
  const { config } = useSettings();
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
    await client.mutate({
      mutation: ResendConfirmationCodeDocument,
      variables: { input: { username, ...inMyLanguage() } },
      context: anonymous,
    });
  }

  if (config.verifyBy === 'LINK') {
    return (
      <Card title="Confirm your address">
        <p>
          We sent a link{delivery && <> to {<strong>{delivery.destination}</strong>}</>}. Follow it, then come back and sign in.
        </p>
        {isKnown && <Resend what="link" send={resend} />}
        <button type="button" className="primary" onClick={() => goTo('')}>
          Go on to the sign-in
        </button>
        <DevInbox />
      </Card>
    );
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
          <Field label={nameLabel(config)} name="username" autoComplete="username" required />
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
