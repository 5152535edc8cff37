import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';
import { errorPage as page } from '../pages/page.ts';
import type { Services } from '../services.ts';

const texts: ReadonlyMap<string, string> = new Map([
  [
    'redirect_mismatch',
    'The application is not registered with the address that it named. Its developer can see it at CallbackURLs.',
  ],
  ['unauthorized_client', 'The application is unknown here, or not enabled for this kind of sign-in.'],
  ['Required parameters missing', 'The link of the application is incomplete.'],
]);

/** `/error`, where a request ends that names no application to go back to. It shows nothing that the URL says. */
export function errorPage(_services: Services, _http: HttpRequest, params: URLSearchParams): HttpResponse {
  const text = texts.get(params.get('error') ?? '') ?? 'Go back to the application, and try again.';
  return page(400, 'This sign-in cannot go on', text);
}
