import type { HttpResponse } from '../../http/http-message.ts';
import { redirectWithCode } from '../oauth/redirect-with-code.ts';
import { answerInBrowser, type BrowserStep, beginWithFactor, beginWithPassword, waitingFor } from '../sign-in/in-browser.ts';
import { verifyInSession } from '../sign-in/mfa-setup.ts';
import { CognitoError } from '../wire/errors.ts';
import { challengePage } from './challenge-page.ts';
import { forgottenPage } from './forgotten-password.ts';
import { inWords } from './in-words.ts';
import { signInPage } from './sign-in-page.ts';
import { confirmPage } from './sign-up.ts';
import { sent, type Visit } from './visit.ts';

/** A form of the sign-in: the first one, or the answer to a challenge. */
export async function signIn(visit: Visit): Promise<HttpResponse> {
  try {
    const step = await stepOf(visit);
    if (!('signedIn' in step)) return challengePage(visit, step);
    return redirectWithCode(visit.services, visit.request, { ...step.signedIn, provider: null });
  } catch (error) {
    if (error instanceof CognitoError) return refused(visit, error);
    throw error;
  }
}

async function stepOf(visit: Visit): Promise<BrowserStep> {
  const { services, request } = visit;
  const session = sent(visit, 'session');
  const by = sent(visit, 'by');
  switch (by) {
    case 'EMAIL_OTP':
    case 'SMS_OTP':
    case 'WEB_AUTHN':
      return beginWithFactor(services, request, sent(visit, 'username'), by);
    case 'app': {
      // Checks that it is a session of these pages.
      waitingFor(services, request, session);
      const { Session } = verifyInSession(services, session, sent(visit, 'code').trim(), null);
      return answerInBrowser(services, request, Session, {});
    }
    case 'answer':
      return answerInBrowser(services, request, session, answersOf(visit));
    default:
      return beginWithPassword(services, request, sent(visit, 'username'), sent(visit, 'password'));
  }
}

function answersOf({ form }: Visit): Readonly<Record<string, string>> {
  const answers = [...form].filter(([name]) =>
    /^(?:NEW_PASSWORD|userAttributes\..+|[A-Z_]+_CODE|ANSWER|EMAIL|CREDENTIAL)$/.test(name),
  );
  return Object.fromEntries(answers.map(([name, value]) => [name, name.endsWith('_CODE') ? value.trim() : value]));
}

/** The page on which the user can do something about it. */
function refused(visit: Visit, error: CognitoError): HttpResponse {
  const problem = inWords(error);
  if (error.name === 'PasswordResetRequiredException') {
    return forgottenPage(visit, { problem: 'You need a new password. A code comes first.' });
  }
  if (error.name === 'UserNotConfirmedException') {
    return confirmPage(visit, sent(visit, 'username'), { problem: 'Confirm your account first.' });
  }
  const waiting = stillWaiting(visit);
  return waiting ? challengePage(visit, waiting, problem) : signInPage(visit, { problem });
}

/** The challenge that can still be answered after a wrong answer. */
function stillWaiting(visit: Visit) {
  const session = sent(visit, 'session');
  if (!session) return undefined;
  try {
    return waitingFor(visit.services, visit.request, session);
  } catch (error) {
    if (error instanceof CognitoError) return undefined;
    throw error;
  }
}
