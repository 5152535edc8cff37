import { type Html, html } from '../../http/html.ts';
import type { HttpResponse } from '../../http/http-message.ts';
import type { Asked } from '../sign-in/advance.ts';
import { waitingFor } from '../sign-in/in-browser.ts';
import { associateInSession } from '../sign-in/mfa-setup.ts';
import { attributeLabel, attributeType } from './names.ts';
import { passkeyScript } from './passkey-script.ts';
import { beginAgain } from './sign-in-page.ts';
import { codeField, field, form, hidden, links, newPasswordField, show, startAgain, submit, type Visit } from './visit.ts';

interface Question {
  readonly title: string;
  readonly fields: Html;
  readonly script?: string;
}

type Parameters = Readonly<Record<string, string>>;

/** The fields are named after the answers of the API. */
const questions = new Map<string, (parameters: Parameters) => Question>([
  ['NEW_PASSWORD_REQUIRED', newPassword],
  ['SOFTWARE_TOKEN_MFA', appCode],
  ['SMS_MFA', sentCode('SMS_MFA_CODE')],
  ['SMS_OTP', sentCode('SMS_OTP_CODE')],
  ['EMAIL_OTP', sentCode('EMAIL_OTP_CODE')],
  ['SELECT_MFA_TYPE', choice],
  ['WEB_AUTHN', passkey],
]);

/** The page of a challenge, after a wrong answer too. */
export function challengePage(visit: Visit, asked: Asked, problem?: string): HttpResponse {
  const { ChallengeName, ChallengeParameters, Session = '' } = asked;
  if (ChallengeName === 'MFA_SETUP')
    return setUpPage(visit, Session, JSON.parse(ChallengeParameters['MFAS_CAN_SETUP'] ?? '[]'), problem);
  const question = questions.get(ChallengeName)?.(ChallengeParameters);
  if (!question) {
    const text =
      ChallengeName === 'SELECT_CHALLENGE'
        ? 'This way of signing in is not available. Use another one.'
        : 'These pages of the local user pool cannot ask for what is needed here (a device, or a challenge of the application).';
    return beginAgain(visit, 'This sign-in cannot go on', text);
  }
  const { title, fields, script } = question;
  const body = html`${form(visit, '/login', html`${hidden('by', 'answer')}${hidden('session', Session)}${fields}`)}
${links(startAgain(visit))}`;
  return show(visit, { title, body, problem, script });
}

function newPassword(parameters: Parameters): Question {
  const names: string[] = JSON.parse(parameters['requiredAttributes'] ?? '[]');
  const attributes = names.map((answer) => {
    const name = answer.replace('userAttributes.', '');
    return field({ name: answer, label: attributeLabel(name), type: attributeType(name), autocomplete: 'on' });
  });
  return {
    title: 'Choose a new password',
    fields: html`${newPasswordField('NEW_PASSWORD')}${attributes}${submit('Continue')}`,
  };
}

function appCode(): Question {
  return {
    title: 'Enter the code of your authenticator app',
    fields: html`${codeField('SOFTWARE_TOKEN_MFA_CODE', 'Code')}${submit('Continue')}`,
  };
}

function sentCode(name: string) {
  return ({ CODE_DELIVERY_DESTINATION: to = '', CODE_DELIVERY_DELIVERY_MEDIUM: medium }: Parameters): Question => ({
    title: medium === 'SMS' ? 'Enter the code from your text message' : 'Enter the code from the mail',
    fields: html`${codeField(name, 'Code', { hint: `It was sent to ${to}.` })}${submit('Continue')}`,
  });
}

function choice(parameters: Parameters): Question {
  const choices: string[] = JSON.parse(parameters['MFAS_CAN_CHOOSE'] ?? '[]');
  const options = choices.map(
    (value) => html`<div class="option"><input type="radio" id="${value}" name="ANSWER" value="${value}" required>
<label for="${value}">${factors.get(value) ?? value}</label></div>`,
  );
  return {
    title: 'Choose how to confirm the sign-in',
    fields: html`<fieldset><legend>Second factor</legend>${options}</fieldset>${submit('Continue')}`,
  };
}

function passkey({ CREDENTIAL_REQUEST_OPTIONS: options = '' }: Parameters): Question {
  return {
    title: 'Use your passkey',
    fields: html`${hidden('CREDENTIAL', '')}
<noscript><p>Passkeys need JavaScript, which is off in this browser.</p></noscript>
<p class="problem" role="alert" id="passkey-problem"></p>
<button class="first" data-passkey="${options}">Use the passkey</button>`,
    script: passkeyScript,
  };
}

const factors = new Map([
  ['SOFTWARE_TOKEN_MFA', 'Authenticator app'],
  ['SMS_MFA', 'Text message'],
  ['EMAIL_OTP', 'E-mail'],
]);

/**
 * An authenticator app or an e-mail address, whichever the pool allows. The app's secret stays the same after a wrong
 * code.
 */
function setUpPage(visit: Visit, session: string, canSetUp: readonly string[], problem: string | undefined): HttpResponse {
  const title = 'Set up a second factor';
  if (!canSetUp.includes('SOFTWARE_TOKEN_MFA') && !canSetUp.includes('EMAIL_OTP')) {
    return beginAgain(visit, title, 'A phone number cannot be set up here. Ask the administrator to add yours.');
  }
  const app = canSetUp.includes('SOFTWARE_TOKEN_MFA') ? appOf(visit, session) : undefined;
  const current = app?.session ?? session;
  const email = canSetUp.includes('EMAIL_OTP')
    ? form(
        visit,
        '/login',
        html`${hidden('by', 'answer')}${hidden('session', current)}
${field({ name: 'EMAIL', label: 'E-mail address', type: 'email', autocomplete: 'email' })}${submit('Send a code')}`,
      )
    : html``;
  return show(visit, { title, problem, body: html`${app?.form ?? html``}${email}${links(startAgain(visit))}` });
}

function appOf(visit: Visit, session: string): { readonly session: string; readonly form: Html } {
  const { services, request } = visit;
  const { username, appSecret } = waitingFor(services, request, session);
  const begun = appSecret === undefined ? associateInSession(services, session) : { SecretCode: appSecret, Session: session };
  const issuer = encodeURIComponent(request.pool.settings.Name ?? request.pool.id);
  const uri = `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${begun.SecretCode}&issuer=${issuer}`;
  return {
    session: begun.Session,
    form: html`<p>Enter this key in an authenticator app, or <a href="${uri}">open it in an app on this device</a>.</p>
<p><code>${begun.SecretCode.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
${form(
  visit,
  '/login',
  html`${hidden('by', 'app')}${hidden('session', begun.Session)}
${codeField('code', 'Code that the app shows')}${submit('Continue')}`,
)}`,
  };
}
