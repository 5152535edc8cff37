import { html } from '../../http/html.ts';
import { type HttpRequest, type HttpResponse, pathOf } from '../../http/http-message.ts';
import { confirmationPath } from '../messages/confirmation-link.ts';
import { htmlPage } from '../pages/page.ts';
import type { Services } from '../services.ts';
import { clientOf } from '../users/accounts.ts';
import { CognitoError, type CognitoErrorName } from '../wire/errors.ts';
import { parse, required, structure } from '../wire/members.ts';
import { clientId, confirmationCode, username } from '../wire/model.ts';
import { confirmSignUp } from './confirm-sign-up.ts';

interface Page {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const confirmed: Page = { status: 200, title: 'Your address is confirmed', text: 'You can sign in now.' };
const wrong: Page = {
  status: 400,
  title: 'This link is not right',
  text: 'Open it just as it stands in the mail. Where you have had a newer mail, take the link in that one.',
};
const spent: Page = {
  status: 410,
  title: 'This link has expired, or was used already',
  text: 'If you cannot sign in, have a new mail sent.',
};

/**
 * The page for each refusal; any other is `wrong`. No page shows whom the link names. One shows that the user is
 * already confirmed, as `ConfirmSignUp` tells anybody who asks with a user name.
 */
const pages: ReadonlyMap<CognitoErrorName, Page> = new Map([
  ['ExpiredCodeException', spent],
  // Already confirmed.
  ['NotAuthorizedException', spent],
  ['LimitExceededException', { status: 429, title: 'Too many tries', text: 'Try again in an hour.' }],
  ['AliasExistsException', { status: 409, title: 'Somebody else has this address', text: 'They have proved it before you.' }],
  // From a trigger that runs after the confirmation.
  [
    'UserLambdaValidationException',
    { status: 502, title: 'Something went wrong afterwards', text: 'You are confirmed. Try to sign in.' },
  ],
  [
    'UnexpectedLambdaException',
    { status: 502, title: 'Something went wrong afterwards', text: 'You are confirmed. Try to sign in.' },
  ],
]);

const query = structure({
  client_id: required(clientId),
  user_name: required(username),
  confirmation_code: required(confirmationCode),
});

export function isForConfirmation(request: HttpRequest): boolean {
  return pathOf(request) === confirmationPath;
}

/**
 * The page behind a link of `withLinks`. It confirms the user as ConfirmSignUp does, and says so. Throws anything that
 * is not a refusal of Cognito.
 */
export async function confirmationPage(services: Services, { method, url }: HttpRequest): Promise<HttpResponse> {
  // A mail program that only checks the link (HEAD) must not confirm the user.
  if (method !== 'GET') {
    const { headers, body } = show(wrong);
    return { status: 405, headers: { ...headers, allow: 'GET' }, body };
  }
  try {
    const given = parse(query, Object.fromEntries(new URL(url, services.endpoint).searchParams));
    const { client, pool } = clientOf(services, given.client_id);
    await confirmSignUp(services, client, pool, { username: given.user_name, code: given.confirmation_code });
    return show(confirmed);
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    return show(pages.get(error.name) ?? wrong);
  }
}

/** Only fixed text: nothing from the URL appears in the page. */
function show({ status, title, text }: Page): HttpResponse {
  return htmlPage({
    status,
    title,
    body: html`<p>${text}</p>`,
    // The URL contains a code.
    headers: { 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' },
  });
}
