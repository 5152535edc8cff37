import { useState } from 'react';
import type { ApiError } from '../../auth/api-error.ts';
import { SignUpDocument, type SignUpMode } from '../../generated/sign-in.ts';
import { goTo } from '../../site/route.ts';
import { type Config, useRequest, useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { useCaptcha } from '../../ui/captcha.tsx';
import { Field, PasswordField } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { NewPassword } from '../../ui/password/new-password.tsx';
import type { PasswordPolicy } from '../../ui/password/password-rules.ts';
import { Card } from '../../ui/screen.tsx';
import { attributeLabel } from '../wording/attributes.ts';
import { inMyLanguage } from '../wording/locale.ts';
import { fieldOf, nameFieldsOf } from '../wording/name-fields.ts';
import { retold } from '../wording/refusals.ts';
import type { PersonProps } from './person.ts';

const modes: { readonly [M in SignUpMode]: string } = {
  PASSWORD: 'With a password of my own',
  TEMPORARY_PASSWORD: 'With a temporary password, for the first sign-in only',
  INVITATION: 'With an invitation by e-mail',
};

/** This password meets every policy, and is never used. */
function unusedPassword({ minimumLength }: PasswordPolicy): string {
  return `Aa1!${crypto.randomUUID()}`.padEnd(minimumLength, 'a');
}

export function SignUpPage({ username, setUsername, signedUp, setSignedUp }: PersonProps) {
  const { config } = useSettings();
  const request = useRequest();
  const { announceNext } = useAnnouncer();
  const [mode, setMode] = useState<SignUpMode>(config.signUpModes[0] ?? 'PASSWORD');
  // A link confirms the address no matter who opens it, so the user chooses the password afterwards, with a code.
  const choosesLater = config.verifyBy === 'LINK';
  const captcha = useCaptcha();
  const names = nameFieldsOf(config);
  const asks = (name: string): boolean => names.some((field) => field.name === name);
  const attributes = config.requiredAttributes.filter((name) => name !== 'email' && name !== 'phone_number');

  // Users who come back to correct something find what they typed. A name typed on another page goes into its field.
  const [typed] = useState(() =>
    signedUp?.typed['username'] === username ? signedUp.typed : { [fieldOf(username, names).name]: username },
  );

  async function submit(fields: Fields): Promise<void> {
    // Every sign-up asks for a `username`, whatever its label says.
    const values = Object.fromEntries([
      ...names.map(({ name }) => [name, fields(name).trim()]),
      ...attributes.map((name) => [name, fields(name)]),
    ]) as Record<string, string> & { readonly username: string };
    const { username: name, email, phoneNumber } = values;
    setUsername(name);
    const input = {
      username: name,
      ...captcha.answer(),
      ...inMyLanguage(),
      ...(email !== undefined && { email }),
      ...(phoneNumber !== undefined && { phoneNumber }),
      ...(mode === 'PASSWORD' && { password: choosesLater ? unusedPassword(config.passwordPolicy) : fields('password') }),
      ...(mode === 'TEMPORARY_PASSWORD' && { temporaryPassword: fields('temporaryPassword') }),
      ...(attributes.length > 0 && { attributes: attributes.map((each) => ({ name: each, value: values[each] ?? '' })) }),
    };
    const { signUp } = await request(SignUpDocument, { input }).catch((refusal) => {
      throw retold(refusal, (error) => retell(error, email ?? name));
    });
    if (signUp.userStatus === 'UNCONFIRMED') {
      setSignedUp({ typed: values, session: signUp.session, delivery: signUp.codeDelivery, password: input.password ?? null });
      goTo('confirm');
      return;
    }
    announceNext(mode === 'INVITATION' ? 'Your invitation is on its way.' : 'Your account is made. Sign in.');
    goTo('');
  }

  /** Puts an error beside the right input: in a pool without user names the address is the `username`. */
  function retell({ code, field }: ApiError, address: string): { field?: string; message?: string } | undefined {
    if (code === 'USERNAME_EXISTS') return { message: `This ${names[0].label.toLowerCase()} is taken.` };
    if (field === 'email' || field === 'phoneNumber') return { field: asks(field) ? field : 'username' };
    if (code !== 'TRIGGER_REFUSED' || config.emailDomains.length === 0) return undefined;
    // A trigger's refusal names no input, but the page can see that the domain is not one of those that may sign up.
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    return config.emailDomains.includes(domain) ? undefined : { field: asks('email') ? 'email' : 'username' };
  }

  return (
    <Card title="Create an account">
      <Form label="Create an account" onSubmit={submit} help={(error) => <Taken error={error} config={config} />}>
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
          <Field
            key={field.name}
            {...field}
            defaultValue={typed[field.name] ?? ''}
            {...(field === names[0] && { onInput: ({ currentTarget }) => setUsername(currentTarget.value.trim()) })}
            required
          />
        ))}
        {attributes.map((name) => (
          <Field key={name} label={attributeLabel(name)} name={name} defaultValue={typed[name] ?? ''} required />
        ))}
        {mode === 'PASSWORD' && !choosesLater && <NewPassword policy={config.passwordPolicy} />}
        {mode === 'TEMPORARY_PASSWORD' && (
          <PasswordField
            label="Temporary password"
            name="temporaryPassword"
            autoComplete="new-password"
            required
            minLength={config.passwordPolicy.minimumLength}
          />
        )}
        {captcha.field}
        <Submit>Create account</Submit>
      </Form>
      {config.signUpModes.includes('PASSWORD') && config.verifyBy === 'CODE' && (
        <p className="foot">
          <a href="#/confirm">I already have a code</a>
        </p>
      )}
      <p className="foot">
        Have an account already? <a href="#/">Sign in</a>
      </p>
    </Card>
  );
}

/**
 * What owners of an address can do if it is taken: by themselves, or by somebody else, whose password will not count.
 */
function Taken({ error, config }: { error: ApiError; config: Config }) {
  const isAddress = !config.signInNames.includes('USERNAME');
  if (error.code !== 'USERNAME_EXISTS' || !isAddress || config.verifyBy !== 'CODE') return null;
  return (
    <p>
      Is it yours? <a href="#/">Sign in</a>, or <a href="#/confirm">confirm it with a code</a> if you have not done that yet, even
      if it was somebody else who entered it.
    </p>
  );
}
