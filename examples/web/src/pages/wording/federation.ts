import type { ApiError } from '../../auth/api-error.ts';
import type { Federation } from '../../auth/federation/authorization.ts';

type Provider = Federation['providers'][number];

/** Amazon's guidelines want its own words on the button. */
export function offerOf({ kind, label }: Provider): string {
  return kind === 'AMAZON' ? 'Login with Amazon' : `Continue with ${label}`;
}

/** The name of a provider for people. A provider that has left the deployment keeps its technical name. */
export function labelOf(federation: Federation | null, name: string | null): string {
  if (name === null) return hostOf(federation);
  return federation?.providers.find((provider) => provider.name === name)?.label ?? name;
}

/** Where the pool's own pages are. */
export function hostOf(federation: Federation | null): string {
  return federation === null ? '' : new URL(federation.domain).host;
}

/** Why a sign-in elsewhere failed, and what its user can do about it. */
export interface Told {
  readonly message: string;
  readonly help: string | null;
}

type Words = (label: string, refusal: ApiError) => Told;

const once = 'Nobody was signed in, and nothing was changed.';

/** By the code of `NotFinished`. */
const words: Readonly<Record<string, Words>> = {
  access_denied: (label, { message }) => ({
    message: `${label} did not sign you in: you cancelled there, or it refused.`,
    help: message === '' ? null : `It says: “${message}”`,
  }),
  server_error: (label) => ({ message: `${label} cannot be reached now.`, help: 'Try again later, or sign in another way.' }),
  temporarily_unavailable: (label) => ({ message: `${label} is busy now.`, help: 'Try again in a moment.' }),
  invalid_request: (label, { message }) => ({
    message: `What ${label} answered could not be accepted.`,
    help: message === '' ? null : `The reason given is: “${message}”`,
  }),
  TRIGGER: (label, { message }) => ({ message: `You cannot sign in here with ${label}.`, help: message }),
  ACCOUNT_EXISTS_WITH_OTHER_METHOD: (label) => ({
    message: `There is already an account with the e-mail address that ${label} gave us.`,
    help: `If it is yours, sign in as you did before: with your password, a passkey, a code, or the provider that you used then. We do not open it with ${label}, since that alone would not prove that it is yours. Whoever runs this site can link the two for you.`,
  }),
  IDENTITY_LINKED: (label) => ({
    message: `${label} is now linked to the account that you have here.`,
    help: 'Continue once more to sign in.',
  }),
  STATE_MISMATCH: () => ({
    message: 'This answer belongs to no sign-in that was begun in this tab.',
    help: `${once} If somebody sent you the link, do not use it: it may be meant to sign you in as somebody else.`,
  }),
  NONCE_MISMATCH: (label) => ({ message: `What ${label} answered belongs to another sign-in.`, help: once }),
  OTHER_USER: (label) => ({ message: `You signed in with ${label} as somebody else.`, help: 'Nothing was changed.' }),
  CODE_EXPIRED: (label) => ({ message: `The answer of ${label} has expired, or was used before.`, help: once }),
};

/** In everyday words. A code that is not known here shows the API's own message, or its name. */
export function failureInWords(refusal: ApiError, label: string): Told {
  const known = Object.hasOwn(words, refusal.code) ? words[refusal.code] : undefined;
  if (known) return known(label, refusal);
  // OAuth's codes are in lower case; what is left of them are mistakes in the settings.
  if (/^[a-z_]+$/.test(refusal.code)) {
    return { message: `Signing in with ${label} does not work here.`, help: `Tell whoever runs this site: ${refusal.code}.` };
  }
  return { message: refusal.message, help: null };
}
