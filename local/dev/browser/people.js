// The users and the clock on the developer page: kept fresh, and changed by buttons.

import { dress, isConnected, tell } from './page-state.js';

const list = document.querySelector('#people');
const clock = document.querySelector('#clock');
const seed = document.querySelector('#seed');
/** What the server sent last, by element: only what has changed is drawn anew. */
const sent = new Map();
const everyMs = 2000;

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-post]');
  if (button === null || button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    const response = await fetch(button.dataset.post, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: button.dataset.body ?? '{}',
    });
    const answer = await response.json();
    tell(answer.message ?? (answer.offsetSeconds === 0 ? 'The clock is back at real time' : 'The clock was moved'));
  } catch {
    tell('Not done: the server does not answer');
  } finally {
    button.removeAttribute('aria-disabled');
  }
  await refresh();
});

export function followPeople() {
  setInterval(tick, 500);
  setInterval(() => {
    if (!document.hidden && isConnected()) void refresh();
  }, everyMs);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh();
  });
  void refresh();
}

/** Asks how things are. A server that is away is the inbox's to notice. */
export async function refresh() {
  let state;
  try {
    const response = await fetch(`/dev/state?${new URLSearchParams({ user: list.dataset.text })}`);
    if (!response.ok) return;
    state = await response.json();
  } catch {
    return;
  }
  fill(clock, state.clock.replace(/datetime="[^"]*">[^<]*</, '><'), state.clock);
  fill(seed, state.seed, state.seed);
  showPeople(state.people);
  document.querySelector('#nobody').hidden = state.people.length > 0;
  document.querySelector('#rest').hidden = !state.rest;
  tick();
}

/** The server escaped every value in its markup, and the page's policy runs no script that it could hold. */
function fill(element, key, markup) {
  if (sent.get(element) === key) return;
  const focused = keyOfFocus(element);
  element.innerHTML = markup;
  sent.set(element, key);
  dress(element);
  restoreFocus(element, focused);
}

function showPeople(people) {
  const ids = new Set(people.map(({ id }) => id));
  for (const item of [...list.children]) {
    if (ids.has(item.id)) continue;
    if (item.contains(document.activeElement)) document.querySelector('#user').focus();
    item.remove();
    sent.delete(item.id);
  }
  for (const [index, { id, markup }] of people.entries()) {
    const item = document.getElementById(id);
    const fresh = item !== null && sent.get(id) === markup ? item : redrawn(item, markup);
    sent.set(id, markup);
    if (list.children[index] !== fresh) list.insertBefore(fresh, list.children[index] ?? null);
  }
}

/** A user's element made anew: what was open stays open, and what had the focus keeps it. */
function redrawn(item, markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const fresh = template.content.firstElementChild;
  dress(fresh);
  if (item === null) return fresh;
  const focused = keyOfFocus(item);
  const isOpen = item.querySelector('details')?.open ?? false;
  item.replaceWith(fresh);
  const details = fresh.querySelector('details');
  if (details !== null) details.open = isOpen;
  restoreFocus(fresh, focused);
  return fresh;
}

function keyOfFocus(element) {
  return element.contains(document.activeElement) ? (document.activeElement.dataset.key ?? '') : null;
}

/** An action that has done its work may be gone: its neighbours get the focus then. */
function restoreFocus(element, key) {
  if (key === null) return;
  const same = [...element.querySelectorAll('[data-key]')].find((candidate) => candidate.dataset.key === key);
  (same ?? element.querySelector('summary') ?? element.querySelector('button'))?.focus({ preventScroll: true });
}

function tick() {
  const now = Date.now();
  for (const left of document.querySelectorAll('[data-until]')) {
    left.textContent = String(Math.max(0, Math.ceil((Number(left.dataset.until) - now) / 1000)));
  }
  const time = clock.querySelector('time');
  const moved = new Date(now + Number(time.dataset.clock) * 1000);
  const shown = moved.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  if (time.textContent !== shown) time.textContent = shown;
  time.dateTime = moved.toISOString();
}
