import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import {
  GetUserAttributeVerificationCodeDocument,
  UpdateUserAttributesDocument,
  VerifyUserAttributeDocument,
} from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { Field } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Resend } from '../../ui/resend.tsx';
import { attributeLabel } from '../wording/attributes.ts';
import { inMyLanguage } from '../wording/locale.ts';
import { addressField } from '../wording/name-fields.ts';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';
import { Row, RowButton, Rows } from './card/rows.tsx';

interface AddressProps {
  readonly me: Me;
  readonly name: 'email' | 'phone_number';
  /** Whether a provider tells it at each sign-in, so that it can be neither changed nor verified here. Default: false. */
  readonly isFromProvider?: boolean;
  /** Called when what had the focus is gone. */
  readonly onDone: () => void;
}

type Stage =
  | { readonly at: 'shown' }
  | { readonly at: 'changing' }
  /** A code was sent: to the new address, or to the one that is not verified yet. */
  | { readonly at: 'code'; readonly to: string; readonly isNew: boolean };

/** An e-mail address or a phone number: a new one counts when the code that was sent there is entered. */
export function Address({ me, name, isFromProvider = false, onDone }: AddressProps) {
  const [stage, setStage] = useState<Stage>({ at: 'shown' });
  const { announce } = useAnnouncer();
  const [update] = useMutation(UpdateUserAttributesDocument);
  const [sendCode] = useMutation(GetUserAttributeVerificationCodeDocument);
  const [verify] = useMutation(VerifyUserAttributeDocument, refetching('Me'));
  const label = attributeLabel(name);
  const value = (name === 'email' ? me.email : me.phoneNumber) ?? '';
  const isVerified = name === 'email' ? me.emailVerified : me.phoneNumberVerified;

  function close(): void {
    setStage({ at: 'shown' });
    onDone();
  }

  async function change(fields: Fields): Promise<void> {
    const to = fields(name).trim();
    await update({ variables: { input: { attributes: [{ name, value: to }], ...inMyLanguage() } } });
    setStage({ at: 'code', to, isNew: true });
  }

  async function send(to: string, isNew: boolean): Promise<void> {
    if (isNew) await update({ variables: { input: { attributes: [{ name, value: to }], ...inMyLanguage() } } });
    else await sendCode({ variables: { input: { name, ...inMyLanguage() } } });
  }

  async function prove(fields: Fields): Promise<void> {
    await verify({ variables: { input: { name, code: fields('code') } } });
    announce(`${label}: ${stage.at === 'code' && stage.isNew ? 'your new one counts from now on.' : 'it is verified.'}`);
    close();
  }

  const text = value === '' ? 'Not given' : `${value} (${isVerified ? 'verified' : 'not verified'})`;
  if (isFromProvider && value !== '') {
    return (
      <Rows>
        <Row name={label}>{text}</Row>
      </Rows>
    );
  }
  if (stage.at === 'code') {
    return (
      <Form key="code" label={label} onSubmit={prove} takesFocus>
        <p>
          We sent a code to <strong>{stage.to}</strong>.{stage.isNew && value !== '' && ` Until you enter it, ${value} stays.`}
        </p>
        <CodeField digits={6} sentTo={stage.to}>
          <Resend send={() => send(stage.to, stage.isNew)} />
        </CodeField>
        <div className="row">
          <Submit>Confirm</Submit>
          <button type="button" className="secondary" onClick={close}>
            Cancel
          </button>
        </div>
      </Form>
    );
  }
  if (stage.at === 'changing') {
    return (
      <Form key="address" label={label} onSubmit={change} takesFocus>
        <Field {...addressField(name)} label={`New ${label.toLowerCase()}`} name={name} required />
        <div className="row">
          <Submit>Send a code</Submit>
          <button type="button" className="secondary" onClick={close}>
            Cancel
          </button>
        </div>
      </Form>
    );
  }
  return (
    <>
      <Rows>
        <Row
          name={label}
          button={
            <RowButton what={label} onClick={() => setStage({ at: 'changing' })}>
              {value === '' ? 'Add' : 'Change'}
            </RowButton>
          }
        >
          {text}
        </Row>
      </Rows>
      {value !== '' && !isVerified && (
        <Form
          label={`Verify ${label}`}
          onSubmit={async () => {
            await send(value, false);
            setStage({ at: 'code', to: value, isNew: false });
          }}
        >
          <Submit look="secondary">
            Verify it<span className="visually-hidden"> ({label})</span>
          </Submit>
        </Form>
      )}
    </>
  );
}
