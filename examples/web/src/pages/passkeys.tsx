import { useApolloClient } from '@apollo/client/react';
import { hasPasskeys, makePasskey } from '../auth/passkey.ts';
import { CompleteWebAuthnRegistrationDocument, StartWebAuthnRegistrationDocument } from '../generated/operations.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Form, Submit } from '../ui/form.tsx';
import type { Me } from './account.tsx';

/** A passkey for this device. */
export function Passkeys({ me }: { me: Me }) {
  const client = useApolloClient();
  const announce = useAnnounce();

  async function register(): Promise<void> {
    const { data } = await client.mutate({ mutation: StartWebAuthnRegistrationDocument });
    if (!data) throw new Error('The API gave no options.');
    const credential = await makePasskey(data.startWebAuthnRegistration);
    await client.mutate({ mutation: CompleteWebAuthnRegistrationDocument, variables: { input: { credential } } });
    announce(`Next time ${me.username} can sign in with the passkey.`);
  }

  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkey</h2>
      <p>Sign in with your fingerprint, face or PIN: no password to type, none to steal.</p>
      {hasPasskeys() ? (
        <Form onSubmit={register}>
          <Submit look="secondary">Add a passkey</Submit>
        </Form>
      ) : (
        <p className="hint">This browser has no passkeys.</p>
      )}
    </section>
  );
}
