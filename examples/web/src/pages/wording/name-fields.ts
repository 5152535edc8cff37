import type { Config } from '../../site/settings-context.ts';
import type { FieldProps } from '../../ui/fields.tsx';

type NameField = Pick<FieldProps, 'label' | 'name' | 'type' | 'autoComplete' | 'hint'> & {
  readonly name: 'username' | 'email' | 'phoneNumber';
};

const anyEmail = { label: 'E-mail', name: 'email', type: 'email', autoComplete: 'email' } as const;
const phone = {
  label: 'Phone number',
  name: 'phoneNumber',
  type: 'tel',
  autoComplete: 'tel',
  hint: 'With the country, such as +1 555 …',
} as const;

/** The field for a new address of a user. */
export function addressField(name: 'email' | 'phone_number'): Pick<FieldProps, 'type' | 'autoComplete' | 'hint'> {
  const { type, autoComplete, hint } = name === 'email' ? { ...anyEmail, hint: undefined } : phone;
  return { type, autoComplete, hint };
}

/** The fields for the name and the addresses of a new user. In a pool without user names an address is the name. */
export function nameFieldsOf({ signInNames, requiredAttributes, emailDomains }: Config): readonly [NameField, ...NameField[]] {
  const domains = either(emailDomains);
  const email = { ...anyEmail, ...(emailDomains.length > 0 && { hint: `An address of ${domains}` }) } as const;
  const wantsPhone = requiredAttributes.includes('phone_number');
  if (signInNames.includes('USERNAME')) {
    const username = { label: 'User name', name: 'username', type: 'text', autoComplete: 'username' } as const;
    return [username, email, ...(wantsPhone ? [phone] : [])];
  }
  const byEmail = { ...email, name: 'username', autoComplete: 'username' } as const;
  if (!signInNames.includes('PHONE_NUMBER')) return [byEmail, ...(wantsPhone ? [phone] : [])];
  const wantsEmail = requiredAttributes.includes('email');
  const byEither = signInNames.includes('EMAIL')
    ? ({ ...byEmail, label: 'E-mail or phone number', type: 'text', hint: phone.hint } as const)
    : ({ ...phone, name: 'username', autoComplete: 'username' } as const);
  return [byEither, ...(wantsEmail ? [email] : []), ...(wantsPhone && signInNames.includes('EMAIL') ? [phone] : [])];
}

/** The label of the field for the name: all the names that users can sign in with. */
export function nameLabel({ signInNames }: Config): string {
  const text = signInNames.map((name) => words[name]).join(' or ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text for a refused password, in the words of the labels. */
export function wrongCredentials({ signInNames }: Config): string {
  return `Incorrect ${either([...signInNames.map((name) => words[name]), 'password'])}.`;
}

/** The field of the sign-up form for a name that was typed on another page. */
export function fieldOf(name: string, fields: readonly [NameField, ...NameField[]]): NameField {
  const type = name.includes('@') ? 'email' : name.startsWith('+') ? 'tel' : 'text';
  return fields.find((field) => field.type === type) ?? fields[0];
}

const words: { readonly [N in Config['signInNames'][number]]: string } = {
  USERNAME: 'user name',
  EMAIL: 'e-mail',
  PHONE_NUMBER: 'phone number',
};

/** `a, b or c` */
export function either(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}
