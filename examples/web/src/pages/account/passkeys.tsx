import { useMutation, useQuery } from '@apollo/client/react';
import { hasPasskeys, makePasskey } from '../../auth/passkey.ts';
import {
  CompleteWebAuthnRegistrationDocument,
  DeleteWebAuthnCredentialDocument,
  PasskeysDocument,
  type PasskeysQuery,
  StartWebAuthnRegistrationDocument,
} from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';
import { Loaded, Section, useHeading } from './card/section.tsx';

interface PasskeysProps {
  readonly me: Me;
  /** Whether a passkey would sign this user in. */
  readonly isUsable: boolean;
}

/** The user's passkeys, and a button to add one for this device. */
export function Passkeys({ me, isUsable }: PasskeysProps) {
  const query = useQuery(PasskeysDocument, { fetchPolicy: 'cache-and-network' });
  const heading = useHeading();
  return (
    <Section id="passkeys" title="Passkeys" heading={heading.ref}>
      <p>{promise}</p>
      <Loaded query={query}>
        {({ passkeys: { items } }) =>
          items.length > 0 && (
            <ul className="items">
              {items.map((passkey) => (
                <Passkey key={passkey.credentialId} passkey={passkey} onRemoved={heading.focus} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <AddPasskey me={me} isUsable={isUsable} />
    </Section>
  );
}

interface OfferProps {
  readonly me: Me;
  /** Called when the user has answered, either way. */
  readonly onAnswer: () => void;
}

/** A passkey, offered to a user who has just signed in without one. */
export function PasskeyOffer({ me, onAnswer }: OfferProps) {
  const register = useRegister(me);
  return (
    <Section id="passkeys" title="Sign in faster next time" className="offer">
      <p>{promise}</p>
      <Form
        onSubmit={async (_, way) => {
          if (way === 'add') await register();
          onAnswer();
        }}
      >
        <div className="row">
          <Submit way="add">Add a passkey</Submit>
          <Submit way="later" look="secondary">
            Not now
          </Submit>
        </div>
      </Form>
    </Section>
  );
}

const promise = 'With a passkey your fingerprint, face or PIN signs you in: no password to type, none to steal.';

function AddPasskey({ me, isUsable }: PasskeysProps) {
  const register = useRegister(me);
  if (!isUsable) return <p className="hint">While a second step is switched on, a passkey does not sign you in here.</p>;
  if (!hasPasskeys()) return <p className="hint">This browser has no passkeys.</p>;
  return (
    <Form onSubmit={register}>
      <Submit look="secondary">Add a passkey</Submit>
    </Form>
  );
}

function useRegister(me: Me): () => Promise<void> {
  const { announce } = useAnnouncer();
  const [start] = useMutation(StartWebAuthnRegistrationDocument);
  const [complete] = useMutation(CompleteWebAuthnRegistrationDocument, refetching('Passkeys'));
  return async () => {
    const { data } = await start();
    if (!data) throw new Error('The API gave no options.');
    const credential = await makePasskey(data.startWebAuthnRegistration);
    await complete({ variables: { input: { credential } } });
    announce(`Next time ${me.username} can sign in with the passkey.`);
  };
}

interface PasskeyProps {
  readonly passkey: PasskeysQuery['passkeys']['items'][number];
  readonly onRemoved: () => void;
}

function Passkey({ passkey, onRemoved }: PasskeyProps) {
  const { announce } = useAnnouncer();
  const [remove] = useMutation(DeleteWebAuthnCredentialDocument, refetching('Passkeys'));
  const { credentialId, friendlyName, createdAt } = passkey;

  async function submit(): Promise<void> {
    await remove({ variables: { input: { credentialId } } });
    announce('The passkey no longer opens your account. You can delete it on your device, too.');
    onRemoved();
  }

  return (
    <li>
      <Form onSubmit={submit}>
        <div className="row">
          <span>
            <strong>{friendlyName}</strong>
            <span className="hint">
              added <When at={createdAt} />
            </span>
          </span>
          <Submit look="secondary">
            Remove<span className="visually-hidden"> {friendlyName}</span>
          </Submit>
        </div>
      </Form>
    </li>
  );
}
