import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';

/** A made-up identifier of a user that looks like the provider's, from 32 random bytes. */
export function subjectFrom(type: IdentityProvider['type'], bytes: Buffer): string {
  return forms[type](bytes);
}

type Form = (bytes: Buffer) => string;

const digits = (bytes: Buffer, length: number): string =>
  Array.from({ length }, (_, index) => bytes.readUInt8(index) % 10).join('');
const hex = (bytes: Buffer, length: number): string => bytes.toString('hex').slice(0, length);

const uuid: Form = (bytes) => {
  const text = hex(bytes, 32);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const forms: Readonly<Record<IdentityProvider['type'], Form>> = {
  Google: (bytes) => `1${digits(bytes, 20)}`,
  Facebook: (bytes) => `10${digits(bytes, 15)}`,
  LoginWithAmazon: (bytes) =>
    `amzn1.account.${Array.from({ length: 28 }, (_, index) => letters[bytes.readUInt8(index) % 32]).join('')}`,
  SignInWithApple: (bytes) => `00${digits(bytes, 4)}.${hex(bytes, 32)}.${digits(bytes.subarray(16), 4)}`,
  OIDC: uuid,
  SAML: uuid,
};
