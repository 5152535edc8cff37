import { type HttpRequest, type HttpResponse, pathOf } from '../../http/http-message.ts';
import { readAuthorizationRequest } from '../oauth/authorization-request.ts';
import { refusalInBrowser } from '../oauth/protocol/refusals.ts';
import { errorPage } from '../pages/page.ts';
import type { Services } from '../services.ts';
import { forgotten, forgottenPage, newPasswordPage, resetPassword } from './forgotten-password.ts';
import { browserOf, isOwnForm } from './form-token.ts';
import { signIn } from './sign-in.ts';
import { signInPage } from './sign-in-page.ts';
import { confirm, confirmPage, resend, signUp, signUpPage } from './sign-up.ts';
import { hasOwnUsers, type Path, type Visit } from './visit.ts';

interface Page {
  readonly get: (visit: Visit) => HttpResponse;
  readonly post: (visit: Visit) => Promise<HttpResponse>;
}

/**
 * Managed login, in plain HTML; only a passkey needs a script. All pages have the parameters of the application's
 * request in their URL, and check them again.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html
 */
const pages: Readonly<Record<Path, Page>> = {
  '/login': { get: (visit) => signInPage(visit), post: signIn },
  '/signup': { get: (visit) => signUpPage(visit), post: signUp },
  '/confirm': { get: (visit) => confirmPage(visit, ''), post: confirm },
  '/resendcode': { get: (visit) => confirmPage(visit, ''), post: resend },
  '/forgotPassword': { get: (visit) => forgottenPage(visit), post: forgotten },
  '/confirmforgotPassword': { get: (visit) => newPasswordPage(visit, ''), post: resetPassword },
};

export function isForManagedLogin(request: HttpRequest): boolean {
  return isPath(pathOf(request));
}

/** Answers a request that `isForManagedLogin`. Throws only for faults of the server. */
export async function managedLogin(services: Services, http: HttpRequest): Promise<HttpResponse> {
  const path = pathOf(http);
  if (!isPath(path)) throw new Error('This request is not for managed login.');
  if (http.method !== 'GET' && http.method !== 'POST') return { status: 405, headers: { allow: 'GET, POST' }, body: '' };
  try {
    const request = readAuthorizationRequest(services, new URLSearchParams(http.url.slice(path.length)));
    const isPost = http.method === 'POST';
    // The providers are on the first page.
    if (!hasOwnUsers(request.client) && (isPost || path !== '/login')) {
      return errorPage(403, 'This sign-in cannot go on', 'The application only takes users of its providers.');
    }
    const visit = { services, request, browser: browserOf(services, http), form: new URLSearchParams(isPost ? http.body : '') };
    if (!isPost) return pages[path].get(visit);
    if (!isForm(http) || !isOwnForm(services, http, visit.form.get('token') ?? '', request.client.id, path)) {
      const text = 'It was not sent by a page in this browser, or the page is too old. Go back, load it again, and try again.';
      return errorPage(403, 'This form was refused', text);
    }
    return await pages[path].post(visit);
  } catch (error) {
    return refusalInBrowser(error);
  }
}

function isForm({ headers }: HttpRequest): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;.*)?$/i.test(headers['content-type'] ?? '');
}

function isPath(path: string): path is Path {
  return Object.hasOwn(pages, path);
}
