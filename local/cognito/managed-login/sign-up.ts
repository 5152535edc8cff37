import { html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import { ConfirmSignUp, ResendConfirmationCode, SignUp } from '../actions/index.ts';
import { ownSecretHash } from '../secrets/secret-hash.ts';
import { CognitoError } from '../wire/errors.ts';
import { inWords } from './in-words.ts';
import { attributeLabel, attributesToAsk, attributeType, nameLabel, newNameLabel } from './names.ts';
import { signInPage } from './sign-in-page.ts';
import { codeField, field, form, hidden, links, sent, show, startAgain, submit, type Visit } from './visit.ts';

interface Told {
  readonly problem?: string;
  readonly note?: string;
}

export function signUpPage(visit: Visit, told: Told = {}): HttpResponse {
  const { pool, loginHint } = visit.request;
  const attributes = attributesToAsk(pool).map((name) =>
    field({
      name: `attribute.${name}`,
      label: attributeLabel(name),
      type: attributeType(name),
      autocomplete: 'on',
      value: sent(visit, `attribute.${name}`),
    }),
  );
  const fields = html`${field({
    name: 'username',
    label: newNameLabel(pool),
    autocomplete: 'username',
    value: sent(visit, 'username') || loginHint,
  })}
${attributes}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password' })}
${submit('Create account')}`;
  return show(visit, {
    title: 'Create an account',
    body: html`${form(visit, '/signup', fields)}${links(startAgain(visit))}`,
    ...told,
  });
}

/** The operations are those of the API, with its limits and triggers. */
export async function signUp(visit: Visit): Promise<HttpResponse> {
  const Username = sent(visit, 'username');
  const UserAttributes = attributesToAsk(visit.request.pool)
    .map((Name) => ({ Name, Value: sent(visit, `attribute.${Name}`) }))
    .filter(({ Value }) => Value !== '');
  const request = { ...named(visit, Username), Password: sent(visit, 'password'), UserAttributes };
  return answered(
    () => SignUp(request, visit.services),
    (answer) =>
      'UserConfirmed' in answer && answer.UserConfirmed === true
        ? signInPage(visit, { note: 'Your account is ready. Sign in.' })
        : confirmPage(visit, Username, { note: noteOf(answer) }),
    (problem) => signUpPage(visit, { problem }),
  );
}

export function confirmPage(visit: Visit, username: string, told: Told = {}): HttpResponse {
  const who = username
    ? hidden('username', username)
    : field({ name: 'username', label: nameLabel(visit.request.pool), autocomplete: 'username' });
  const again = username
    ? form(visit, '/resendcode', html`${hidden('username', username)}<button>Send a new code</button>`)
    : html``;
  const body = html`${form(visit, '/confirm', html`${who}${codeField('code', 'Code')}${submit('Confirm')}`)}
${again}${links(startAgain(visit))}`;
  return show(visit, { title: 'Confirm your account', body, ...told });
}

export async function confirm(visit: Visit): Promise<HttpResponse> {
  const Username = sent(visit, 'username');
  const request = { ...named(visit, Username), ConfirmationCode: sent(visit, 'code').trim() };
  return answered(
    () => ConfirmSignUp(request, visit.services),
    () => signInPage(visit, { note: 'Your account is confirmed. Sign in.' }),
    (problem) => confirmPage(visit, Username, { problem }),
  );
}

export async function resend(visit: Visit): Promise<HttpResponse> {
  const Username = sent(visit, 'username');
  return answered(
    () => ResendConfirmationCode(named(visit, Username), visit.services),
    (answer) => confirmPage(visit, Username, { note: noteOf(answer) }),
    (problem) => confirmPage(visit, Username, { problem }),
  );
}

/** Client, secret hash and name, as the operations of the API want them. */
export function named({ request: { client } }: Visit, Username: string) {
  const SecretHash = ownSecretHash(client, Username);
  return { ClientId: client.id, Username, ...(SecretHash !== undefined && { SecretHash }) };
}

/** Where a code went, masked as in the API's answer. */
export function noteOf(answer: object): string {
  const details = 'CodeDeliveryDetails' in answer ? answer.CodeDeliveryDetails : undefined;
  const to = typeof details === 'object' && details !== null && 'Destination' in details ? details.Destination : undefined;
  return typeof to === 'string' ? `A code was sent to ${to}.` : 'Enter the code that you have been given.';
}

export async function answered(
  run: () => Promise<object>,
  done: (answer: object) => HttpResponse,
  refused: (problem: string) => HttpResponse,
): Promise<HttpResponse> {
  let answer: object;
  try {
    answer = await run();
  } catch (error) {
    if (error instanceof CognitoError) return refused(inWords(error));
    throw error;
  }
  return done(answer);
}
