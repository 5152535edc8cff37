import type { StoredMessage } from '../../data/inbox.ts';
import type { Message } from '../../data/message.ts';
import { type Html, html } from '../../http/html.ts';
import { copyButton } from './copy-button.ts';

/** What a message is about, in everyday words. */
const occasions: Readonly<Record<Message['kind'], string>> = {
  SignUp: 'Sign-up code',
  ResendCode: 'Sign-up code, sent again',
  ForgotPassword: 'Password reset',
  AdminCreateUser: 'Invitation',
  Authentication: 'Sign-in code',
  UpdateUserAttribute: 'Changed address',
  VerifyUserAttribute: 'Address to verify',
  SendEmail: 'Mail of a function',
};

/** One message as a card. Its text is escaped. The HTML of a mail is shown in a frame without rights. */
export function renderMessage({ id, to, channel, kind, subject, body, code, sentAt }: StoredMessage): Html {
  const isHtml = channel === 'EMAIL' && /<[a-z!/][^>]*>/i.test(body);
  const link = confirmationLink(body);
  return html`<article class="message" aria-labelledby="message-${id}">
  <p class="meta"><span class="channel ${channel.toLowerCase()}">${channel === 'EMAIL' ? 'Mail' : 'SMS'}</span> ${occasions[kind]} <time datetime="${sentAt}">${sentAt.slice(0, 19).replace('T', ' ')} UTC</time></p>
  <h3 id="message-${id}">${subject ?? occasions[kind]}</h3>
  <p class="to">To <b>${to}</b></p>
  ${code === null ? '' : html`<p class="code"><code>${code}</code>${copyButton(code, 'the code')}</p>`}
  ${link === undefined ? '' : html`<p class="link"><a href="${link}" target="_blank" rel="noopener">Open the link of this mail</a></p>`}
  ${isHtml ? html`<iframe src="/dev/mail?id=${id}" sandbox title="The mail to ${to}" loading="lazy"></iframe>` : html`<p class="body">${body}</p>`}
</article>`;
}

/** The HTML of a mail, for the frame. The policy of the response takes away all its rights. */
export function renderMail({ body }: Message): string {
  return `<!doctype html><meta charset="utf-8"><style>body{font:15px/1.5 system-ui,sans-serif;margin:12px;color:#111;background:#fff}</style>${body}`;
}

/** The link that confirms a user, which the frame may not open. No other link is ever taken from a mail. */
function confirmationLink(body: string): string | undefined {
  return /href="(http:\/\/localhost:\d+\/confirmUser\?[\w=&;%.~+-]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
}
