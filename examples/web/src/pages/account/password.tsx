import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAuth } from '../../auth/react.ts';
import { AuthFactorsDocument, ChangePasswordDocument } from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { HiddenUsername, PasswordField } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { NewPassword } from '../../ui/password/new-password.tsx';
import { retold } from '../wording/refusals.ts';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';
import { Loaded, Section, useHeading } from './card/section.tsx';

const wrong = { message: 'This is not your current password.', field: 'previousPassword' };

/** A new password, which replaces the old one or is the first one. */
export function Password({ me }: { me: Me }) {
  const { config } = useSettings();
  const { auth } = useAuth();
  const { announce } = useAnnouncer();
  const [isOpen, setOpen] = useState(false);
  const heading = useHeading();
  const query = useQuery(AuthFactorsDocument);
  // Without a list of sessions this one ends, too, and there is nobody left to ask for.
  const [change] = useMutation(ChangePasswordDocument, config.tracksSessions ? refetching('AuthFactors', 'Sessions') : {});

  function close(): void {
    setOpen(false);
    heading.focus();
  }

  async function save(fields: Fields): Promise<void> {
    const input = { previousPassword: fields('previousPassword') || null, newPassword: fields('newPassword') };
    await change({ variables: { input } }).catch((refusal) => {
      throw retold(refusal, ({ code }) => (code === 'INVALID_CREDENTIALS' ? wrong : undefined));
    });
    if (config.tracksSessions) {
      announce('Your password is changed. You are signed out everywhere else.');
      close();
      return;
    }
    // In this case Cognito can only end all sessions, including this one.
    auth.lost(await auth.accessToken(), 'passwordChanged');
  }

  return (
    <Section id="password" title="Password" heading={heading.ref}>
      <Loaded query={query}>
        {({ authFactors }) => {
          const hasOne = authFactors.firstFactors.some((factor) => factor === 'PASSWORD' || factor === 'PASSWORD_SRP');
          if (!isOpen) {
            return (
              <>
                <p>{hasOne ? 'A new password ends all your other sessions.' : 'You sign in without a password.'}</p>
                <button type="button" className="secondary" onClick={() => setOpen(true)}>
                  {hasOne ? 'Change your password' : 'Set a password'}
                </button>
              </>
            );
          }
          return (
            <Form label="Password" onSubmit={save} takesFocus>
              <HiddenUsername value={me.username} />
              {hasOne && (
                <PasswordField label="Current password" name="previousPassword" autoComplete="current-password" required />
              )}
              <NewPassword policy={config.passwordPolicy} label="New password" name="newPassword" />
              <div className="row">
                <Submit>Save the password</Submit>
                <button type="button" className="secondary" onClick={close}>
                  Cancel
                </button>
              </div>
            </Form>
          );
        }}
      </Loaded>
    </Section>
  );
}
