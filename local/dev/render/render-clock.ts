import { type Html, html } from '../../http/html.ts';

export interface ClockState {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** How far ahead of the real time it is, in seconds; 0 is the real time. */
  readonly offsetSeconds: number;
}

/** Steps forward, labelled by what expires within them. */
const steps: readonly (readonly [seconds: number, label: string, what: string])[] = [
  [180, '+3 minutes', 'expires the session of a challenge'],
  [3_600, '+1 hour', 'expires a code to reset a password'],
  [86_400, '+1 day', 'expires access tokens and sign-up codes'],
  [30 * 86_400, '+30 days', 'expires refresh tokens and temporary passwords'],
];

/** The clock of the local services, and the buttons that move it. */
export function renderClock({ now, offsetSeconds }: ClockState): Html {
  const isReal = offsetSeconds === 0;
  return html`<p class="now"><time data-clock="${offsetSeconds}" datetime="${now}">${now.slice(0, 19).replace('T', ' ')} UTC</time>
  <span class="chip ${isReal ? 'good' : 'notice'}">${isReal ? 'Real time' : `${spoken(offsetSeconds)} ahead`}</span></p>
<div class="actions">
  ${steps.map(
    ([seconds, label, what]) =>
      html`<button type="button" data-post="/dev/clock" data-body="${JSON.stringify({ advanceSeconds: seconds })}" data-key="${label}" aria-label="${label}: ${what}" title="${what}" hidden>${label}</button>`,
  )}
  ${isReal ? '' : html`<button type="button" class="primary" data-post="/dev/clock" data-body="${JSON.stringify({ reset: true })}" data-key="reset" hidden>Back to real time</button>`}
</div>`;
}

/** `31 days, 3 minutes`. */
function spoken(seconds: number): string {
  const units = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const;
  let left = seconds;
  const parts = units.flatMap(([size, unit]) => {
    const count = Math.floor(left / size);
    left %= size;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return parts.join(', ');
}
