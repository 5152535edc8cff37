import { useMutation } from '@apollo/client/react';
import { UnlinkIdentityDocument } from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { When } from '../../ui/when.tsx';
import { labelOf } from '../wording/federation.ts';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';
import { Section, useHeading } from './card/section.tsx';

/** The accounts elsewhere that sign in as this user. */
export function Identities({ me }: { me: Me }) {
  const { config } = useSettings();
  const heading = useHeading();
  const own = me.identities.find(({ isPrimary }) => isPrimary);
  return (
    <Section id="identities" title="Accounts elsewhere" heading={heading.ref}>
      <p>
        {own
          ? `You sign in with ${labelOf(config.federation, own.providerName)}, which also looks after your password and second step. Your profile is updated from there at each sign-in.`
          : 'Each of them signs you in here, without your password and second step.'}
      </p>
      <ul className="items">
        {me.identities.map((identity) => (
          <Identity key={`${identity.providerName} ${identity.userId}`} identity={identity} onUnlinked={heading.focus} />
        ))}
      </ul>
    </Section>
  );
}

interface IdentityProps {
  readonly identity: Me['identities'][number];
  readonly onUnlinked: () => void;
}

function Identity({ identity, onUnlinked }: IdentityProps) {
  const { config } = useSettings();
  const { announce } = useAnnouncer();
  const [unlink] = useMutation(UnlinkIdentityDocument, refetching('Me'));
  const { providerName, userId, isPrimary, linkedAt } = identity;
  const label = labelOf(config.federation, providerName);

  async function submit(): Promise<void> {
    await unlink({ variables: { input: { providerName, userId } } });
    announce(`${label} no longer signs you in to this account.`);
    onUnlinked();
  }

  return (
    <li>
      <Form onSubmit={submit}>
        <div className="row">
          <span>
            <strong>{label}</strong>
            {linkedAt !== null && (
              <span className="hint">
                since <When at={linkedAt} />
              </span>
            )}
            <span className="hint">{userId}</span>
          </span>
          {!isPrimary && (
            <Submit look="secondary">
              Unlink<span className="visually-hidden"> {label}</span>
            </Submit>
          )}
        </div>
      </Form>
    </li>
  );
}
