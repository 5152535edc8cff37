import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type DeliveryFragment, SignUpDocument, type SignUpMode } from '../generated/operations.ts';
import { goTo } from '../route.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Field, PasswordField } from '../ui/fields.tsx';
import { type Fields, Form, Submit } from '../ui/form.tsx';
import { NewPassword } from '../ui/new-password.tsx';
import { Card } from '../ui/screen.tsx';
import { useSettings } from '../ui/settings-context.ts';
import { attributeLabel } from './attributes.ts';
import { ConfirmPage } from './confirm.tsx';
import { inMyLanguage } from './locale.ts';
import { nameFieldsOf } from './name-fields.ts';
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
  const names = nameFieldsOf(config);
  const asks = (name: string): boolean => names.some((field) => field.name === name);
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
          ...inMyLanguage(),
          ...(asks('email') && { email: fields('email').trim() }),
          ...(asks('phoneNumber') && { phoneNumber: fields('phoneNumber').trim() }),
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
        {names.map((field) => (
          <Field key={field.name} {...field} defaultValue={field.name === 'username' ? props.username : ''} required />
        ))}
        {attributes.map((name) => (
          <Field key={name} label={attributeLabel(name)} name={name} required />
        ))}
        {mode === 'PASSWORD' && <NewPassword policy={config.passwordPolicy} />}
        {mode === 'TEMPORARY_PASSWORD' && (
          <PasswordField
            label="Temporary password"
            name="temporaryPassword"
            autoComplete="new-password"
            required
            minLength={config.passwordPolicy.minimumLength}
          />
        )}
        <Submit>Create account</Submit>
      </Form>
      <p className="foot">
        Have one already? <a href="#/">Sign in</a>
      </p>
    </Card>
  );
}
