import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { UpdateUserAttributesDocument } from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Field } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { attributeLabel } from '../wording/attributes.ts';
import { Address } from './address.tsx';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';
import { Row, RowButton, Rows } from './card/rows.tsx';
import { Section, useHeading } from './card/section.tsx';

/** The user's name and addresses. */
export function Profile({ me }: { me: Me }) {
  const [isEdited, setEdited] = useState(false);
  const heading = useHeading();
  const names = useNames(me);
  const { UserPoolId } = useSettings();
  const isFromProvider = me.identities.some(({ isPrimary }) => isPrimary);
  // Cognito puts the users of a provider into a group of its own, which means nothing to them.
  const groups = me.groups.filter((name) => !name.startsWith(`${UserPoolId}_`));

  function close(): void {
    setEdited(false);
    heading.focus();
  }

  return (
    <Section id="profile" title="Profile" heading={heading.ref}>
      <Rows>
        <Row name="User name">{me.username}</Row>
        {groups.length > 0 && <Row name="Groups">{groups.join(', ')}</Row>}
        {!isEdited &&
          names.map((name) => (
            <Row
              key={name}
              name={attributeLabel(name)}
              button={
                <RowButton what={attributeLabel(name)} onClick={() => setEdited(true)}>
                  {attributeOf(me, name) ? 'Change' : 'Add'}
                </RowButton>
              }
            >
              {attributeOf(me, name) || 'Not given'}
            </Row>
          ))}
      </Rows>
      {isEdited && <EditNames me={me} names={names} onClose={close} />}
      <Address me={me} name="email" isFromProvider={isFromProvider} onDone={heading.focus} />
      <Address me={me} name="phone_number" onDone={heading.focus} />
    </Section>
  );
}

function EditNames({ me, names, onClose }: { me: Me; names: readonly string[]; onClose: () => void }) {
  const { announce } = useAnnouncer();
  const { config } = useSettings();
  const [update] = useMutation(UpdateUserAttributesDocument, refetching('Me'));

  async function save(fields: Fields): Promise<void> {
    const attributes = names.map((name) => ({ name, value: fields(name).trim() }));
    await update({ variables: { input: { attributes } } });
    announce('Your profile is saved.');
    onClose();
  }

  return (
    <Form label="Profile" onSubmit={save} takesFocus>
      {names.map((name) => (
        <Field
          key={name}
          label={attributeLabel(name)}
          name={name}
          defaultValue={attributeOf(me, name)}
          required={config.requiredAttributes.includes(name)}
        />
      ))}
      <div className="row">
        <Submit>Save</Submit>
        <button type="button" className="secondary" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Form>
  );
}

/** The attributes that can be changed here: those that the site requires, those that the user has, and the name. */
function useNames(me: Me): readonly string[] {
  const { config } = useSettings();
  const required = config.requiredAttributes.filter((name) => name !== 'email' && name !== 'phone_number');
  const given = ['name', 'given_name', 'family_name', 'nickname'].filter((name) => attributeOf(me, name) !== '');
  const names = new Set([...required, ...given]);
  return names.size > 0 ? [...names] : ['name'];
}

function attributeOf({ attributes }: Me, name: string): string {
  return attributes.find((attribute) => attribute.name === name)?.value ?? '';
}
