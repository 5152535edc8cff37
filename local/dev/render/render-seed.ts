import { type Html, html } from '../../http/html.ts';
import type { SeedUser } from '../../seed/seed-file.ts';

export interface SeedBarOptions {
  readonly users: readonly SeedUser[];
  /** Whether any of the seed users exists. */
  readonly areLoaded: boolean;
  /** Why the file cannot be used; null if it can. */
  readonly problem: string | null;
}

/** The bar that loads the seed users. */
export function renderSeedBar({ users, areLoaded, problem }: SeedBarOptions): Html {
  if (problem !== null) return html`<p class="note problem">${problem}</p>`;
  if (users.length === 0) return html``;
  const [label, note] = areLoaded
    ? ['Reset all', `${users.length} users of the seed file, for every state. Reset deletes and recreates them.`]
    : ['Load seed users', `${users.length} users, for every state that a sign-in can meet.`];
  return html`<p class="note">${note}</p>
<button type="button" class="${areLoaded ? '' : 'primary'}" data-post="/dev/seed" data-key="seed" hidden>${label}</button>`;
}
