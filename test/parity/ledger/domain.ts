import { proofOf } from './sources.ts';

/** An endpoint or page of the domain of a pool. */
export interface DomainRow {
  readonly path: string;
  readonly is: 'done' | 'differs' | 'refused';
  /** How it differs, or why it is refused. */
  readonly why: string | undefined;
  readonly proof: string | undefined;
}

const noLook = 'in English, in a look of its own';

/**
 * How the embedded pool answers on its domain. Everything else is done.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
const answers: Readonly<Record<string, Pick<DomainRow, 'is' | 'why'>>> = {
  '/.well-known/openid-configuration': done(),
  '/.well-known/jwks.json': done(),
  '/oauth2/authorize': differs('no implicit flow, which `federation` never enables'),
  '/oauth2/token': done(),
  '/oauth2/userInfo': done(),
  '/oauth2/revoke': done(),
  '/oauth2/idpresponse': done(),
  '/saml2/idpresponse': differs('a stand-in sends the browser there; no SAML response is read'),
  '/saml2/logout': refused('no SAML is spoken'),
  '/login': differs(`${noLook}, without passkeys, custom challenges and remembered devices`),
  '/logout': done(),
  '/signup': differs(noLook),
  '/confirm': differs(noLook),
  '/confirmUser': done(),
  '/resendcode': differs(noLook),
  '/forgotPassword': differs(noLook),
  '/confirmforgotPassword': differs(noLook),
  '/passkeys/add': refused('pages add passkeys by `startWebAuthnRegistration`'),
  '/error': differs(noLook),
};

export function domainRows(): DomainRow[] {
  return Object.entries(answers).map(([path, { is, why }]) => ({
    path,
    is,
    why,
    proof: is === 'refused' ? undefined : proofOf(mentionOf(path)),
  }));
}

/** The whole path, in a text or in a regular expression. */
function mentionOf(path: string): RegExp {
  return new RegExp(`${path.replaceAll('.', '[.]').replaceAll('/', '\\\\?/')}(?=\\\\?[?'"\`])`, 'g');
}

/** What signs the users of a provider in on a laptop, by the type of the provider. */
export const providerTypes: Readonly<Record<string, string>> = {
  OIDC: 'the issuer, if it exists and this machine has the secret; otherwise a stand-in',
  Google: 'Google, if this machine has the secret; otherwise a stand-in',
  Facebook: 'a stand-in',
  LoginWithAmazon: 'a stand-in',
  SignInWithApple: 'a stand-in',
  SAML: 'a stand-in',
};

function done(): Pick<DomainRow, 'is' | 'why'> {
  return { is: 'done', why: undefined };
}

function differs(why: string): Pick<DomainRow, 'is' | 'why'> {
  return { is: 'differs', why };
}

function refused(why: string): Pick<DomainRow, 'is' | 'why'> {
  return { is: 'refused', why };
}
