import { useApolloClient } from '@apollo/client/react';
import { hasPasskeys, makePasskey } from '../../auth/passkey.ts';
import { CompleteWebAuthnRegistrationDocument, StartWebAuthnRegistrationDocument } from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import type { Me } from './me.ts';

interface PasskeysProps {
  readonly me: Me;
  /** Whether a passkey would sign this user in. */
  readonly isUsable: boolean;
  /** Called when the offer is answered, either way; without it the section offers nothing and is just there. */
  readonly onAnswer?: () => void;
}

/** A passkey for this device. */
export function Passkeys({ me, isUsable, onAnswer }: PasskeysProps) {
  const client = useApolloClient();
  const { announce } = useAnnouncer();

  async function submit(way: string): Promise<void> {
    if (way === 'add') await register();
    onAnswer?.();
  }

  async function register(): Promise<void> {
    const { data } = await client.mutate({ mutation: StartWebAuthnRegistrationDocument });
    if (!data) throw new Error('The API gave no options.');
    const credential = await makePasskey(data.startWebAuthnRegistration);
    await client.mutate({ mutation: CompleteWebAuthnRegistrationDocument, variables: { input: { credential } } });
    announce(`Next time ${me.username} can sign in with the passkey.`);
  }

  return (
    <section aria-labelledby="passkeys" className={onAnswer && 'offer'}>
      <h2 id="passkeys">{onAnswer ? 'Sign in faster next time' : 'Passkey'}</h2>
      <p>With a passkey your fingerprint, face or PIN signs you in: no password to type, none to steal.</p>
      {!isUsable && <p className="hint">While a second step is switched on, a passkey does not sign you in here.</p>}
      {isUsable && !hasPasskeys() && <p className="hint">This browser has no passkeys.</p>}
      {isUsable && hasPasskeys() && (
        <Form onSubmit={(_, way) => submit(way)}>
          <div className="row">
            <Submit way="add" look={onAnswer ? 'primary' : 'secondary'}>
              Add a passkey
            </Submit>
            {onAnswer && (
              <Submit way="later" look="secondary">
                Not now
              </Submit>
            )}
          </div>
        </Form>
      )}
    </section>
  );
}
