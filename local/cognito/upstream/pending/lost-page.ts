import type { HttpResponse } from '../../../http/http-message.ts';
import { errorPage } from '../../pages/page.ts';

/** One answer to every wrong state: it does not say whether the state belongs to somebody else. */
export function lostPage(): HttpResponse {
  const text =
    'It was begun in another browser, has ended already, or took longer than five minutes. ' +
    'Go back to the application, and sign in again.';
  return errorPage(400, 'This sign-in cannot go on', text);
}
