import { html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import { ConfirmForgotPassword, ForgotPassword } from '../actions/index.ts';
import { nameLabel } from './names.ts';
import { signInPage } from './sign-in-page.ts';
import { answered, named, noteOf } from './sign-up.ts';
import { codeField, field, form, hidden, links, newPasswordField, sent, show, startAgain, submit, type Visit } from './visit.ts';

interface Told {
  readonly problem?: string;
  readonly note?: string;
}

export function forgottenPage(visit: Visit, told: Told = {}): HttpResponse {
  const { pool, loginHint } = visit.request;
  const name = field({
    name: 'username',
    label: nameLabel(pool),
    autocomplete: 'username',
    value: sent(visit, 'username') || loginHint,
  });
  const body = html`${form(visit, '/forgotPassword', html`${name}${submit('Send a code')}`)}${links(startAgain(visit))}`;
  return show(visit, { title: 'Get a new password', body, ...told });
}

export async function forgotten(visit: Visit): Promise<HttpResponse> {
  const Username = sent(visit, 'username');
  return answered(
    () => ForgotPassword(named(visit, Username), visit.services),
    (answer) => newPasswordPage(visit, Username, { note: noteOf(answer) }),
    (problem) => forgottenPage(visit, { problem }),
  );
}

export function newPasswordPage(visit: Visit, username: string, told: Told = {}): HttpResponse {
  const who = username
    ? hidden('username', username)
    : field({ name: 'username', label: nameLabel(visit.request.pool), autocomplete: 'username' });
  const fields = html`${who}${codeField('code', 'Code', { value: sent(visit, 'code') })}${newPasswordField('password')}${submit('Change password')}`;
  const body = html`${form(visit, '/confirmforgotPassword', fields)}${links(startAgain(visit))}`;
  return show(visit, { title: 'Choose a new password', body, ...told });
}

export async function resetPassword(visit: Visit): Promise<HttpResponse> {
  const Username = sent(visit, 'username');
  const request = {
    ...named(visit, Username),
    ConfirmationCode: sent(visit, 'code').trim(),
    Password: sent(visit, 'password'),
  };
  return answered(
    () => ConfirmForgotPassword(request, visit.services),
    () => signInPage(visit, { note: 'Your password is changed. Sign in.' }),
    (problem) => newPasswordPage(visit, Username, { problem }),
  );
}
