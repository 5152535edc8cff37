import type { UserOverview } from '../../cognito/developer/overview.ts';
import { type Html, html } from '../../http/html.ts';
import type { SeedUser } from '../../seed/seed-file.ts';
import { copyButton } from './copy-button.ts';

export interface PersonOptions {
  /** The id of the element. */
  readonly id: string;
  /** Undefined for a seed user who does not exist. */
  readonly user: UserOverview | undefined;
  /** Undefined for a user who is not in the seed file. */
  readonly seed: SeedUser | undefined;
  /** When the code of the user's authenticator app expires, in milliseconds since the epoch. */
  readonly until: number;
  /** Whether the stage has administration, and so a page where this user is administered. */
  readonly isAdministered: boolean;
}

/** The statuses of a user, in everyday words. */
const statuses: Readonly<Record<string, string>> = {
  UNCONFIRMED: 'Unconfirmed',
  CONFIRMED: 'Confirmed',
  FORCE_CHANGE_PASSWORD: 'Must change password',
  RESET_REQUIRED: 'Must reset password',
};

const stateOf = (status: string): string => statuses[status] ?? status;

/** A user with their purpose and codes; a click shows everything else. */
export function renderPerson({ id, user, seed, until, isAdministered }: PersonOptions): Html {
  const name = seed?.username ?? user?.username ?? '';
  const isChanged = user && seed && (user.status !== seed.status || user.enabled !== seed.enabled);
  return html`<li id="${id}" class="person${user ? '' : ' absent'}">
  <div class="who">
    <h3>${name}</h3>
    ${user ? renderChips(user) : html`<span class="chip quiet">Not loaded</span>`}
    ${isChanged ? html`<span class="chip notice">Changed since the seed</span>` : ''}
    ${seed && (isChanged || !user) ? seedButton(seed, user ? 'Bring back' : 'Load') : ''}
  </div>
  ${seed?.shows ? html`<p class="shows">${seed.shows}</p>` : ''}
  ${renderKeys(name, user, seed, until)}
  ${user ? renderDetails(name, user, isChanged ? undefined : seed, isAdministered) : ''}
</li>`;
}

function renderChips({ status, enabled, groups }: UserOverview): Html[] {
  const tone = status === 'CONFIRMED' ? 'good' : 'notice';
  return [
    html`<span class="chip ${tone}">${stateOf(status)}</span>`,
    ...(enabled ? [] : [html`<span class="chip bad">Disabled</span>`]),
    ...groups.map((group) => html`<span class="chip group"><span class="unseen">Group </span>${group}</span>`),
  ];
}

/** What to type to sign in as this user. */
function renderKeys(name: string, user: UserOverview | undefined, seed: SeedUser | undefined, until: number): Html {
  const password = seed
    ? html`<div class="key"><dt>Password</dt><dd><code>${seed.password}</code>${copyButton(seed.password, `the password of ${name}`, `${name}-password`)}</dd></div>`
    : html``;
  const totp = user?.totp;
  if (!totp) return seed ? html`<dl class="keys">${password}</dl>` : html``;
  const left = html`<span class="left"><span data-until="${until}">${totp.secondsLeft}</span> s</span>`;
  const code = totp.isUsed
    ? html`<div class="key"><dt>App code</dt><dd><code class="used">${totp.code}</code><span class="left">used; next in</span>${left}</dd></div>`
    : html`<div class="key"><dt>App code</dt><dd><code>${totp.code}</code>${left}${copyButton(totp.code, `the code of ${name}`, `${name}-code`)}</dd></div>`;
  return html`<dl class="keys">${password}${code}</dl>`;
}

function renderDetails(name: string, user: UserOverview, seed: SeedUser | undefined, isAdministered: boolean): Html {
  const address = `/app/#/admin/users/${encodeURIComponent(user.username)}`;
  return html`<details>
    <summary data-key="details">State<span class="unseen"> of ${name}</span></summary>
    <dl class="state-list">
      ${facts(user).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
    </dl>
    <div class="actions">
      ${isAdministered ? html`<a class="button" href="${address}" data-key="administer">Administer<span class="unseen"> ${name}</span></a>` : ''}
      ${seed ? seedButton(seed, 'Bring back to the seed state') : ''}
    </div>
  </details>`;
}

function seedButton({ username }: SeedUser, label: string): Html {
  return html`<button type="button" data-post="/dev/seed" data-body="${JSON.stringify({ username })}" data-key="seed" aria-label="${label}: ${username}" hidden>${label}</button>`;
}

function facts(user: UserOverview): [string, Html][] {
  const { attributes, mfa, passkeys, devices, signIns } = user;
  const contacts = (['email', 'phone_number'] as const).flatMap((name) => {
    const address = attributes[name];
    if (address === undefined) return [];
    const isVerified = attributes[`${name}_verified`] === 'true';
    return [
      html`<span class="address">${address} <span class="chip ${isVerified ? 'good' : 'quiet'}">${isVerified ? 'verified' : 'not verified'}</span></span>`,
    ];
  });
  const others = Object.entries(attributes).filter(([name]) => !/^(?:email|phone_number)(?:_verified)?$/.test(name));
  const factors = mfa.enabled.map((factor) => html`<code>${factor}</code>${factor === mfa.preferred ? ' (preferred) ' : ' '}`);
  return [
    ['Next sign-in', renderNext(user)],
    ['Status', html`<code>${user.status}</code>, ${user.enabled ? 'enabled' : 'disabled'}`],
    ['Addresses', contacts.length > 0 ? html`${contacts}` : html`none`],
    ['Second factors', factors.length > 0 ? html`${factors}` : html`none`],
    ['Passkeys', html`${passkeys.length > 0 ? passkeys.join(', ') : 'none'}`],
    ['Sign-ins alive', html`${signIns}`],
    ...(devices.length > 0 ? [['Devices', html`${devices.join(', ')}`] satisfies [string, Html]] : []),
    ...(others.length > 0
      ? [
          ['Attributes', html`${others.map(([name, value]) => html`<span class="address">${name}: ${value}</span>`)}`] satisfies [
            string,
            Html,
          ],
        ]
      : []),
    ['Username', html`<code>${user.username}</code>`],
    ['sub', html`<code>${user.sub}</code>`],
  ];
}

/** The steps of a sign-in with a password, and the other ways to start one. */
function renderNext({ nextSignIn: { refusal, challenges, firstFactors } }: UserOverview): Html {
  const steps = challenges.map((challenge) => html`, then <code>${challenge}</code>`);
  const end = refusal === null ? html`, then tokens` : html`, then refused: <code>${refusal}</code>`;
  if (refusal !== null && challenges.length === 0) return html`Refused: <code>${refusal}</code>`;
  const others = firstFactors.filter((factor) => !factor.startsWith('PASSWORD'));
  const instead = others.map((factor, index) => html`${index === 0 ? '. Or begun with ' : ' or '}<code>${factor}</code>`);
  return html`${firstFactors.includes('PASSWORD') ? 'Password' : 'First factor'}${steps}${end}${instead}`;
}
