// The developer page's script: brings new messages in as they are sent, and copies. people.js does the users and the clock.

import { dress, isConnected, lose, say, sayWell, tell } from './page-state.js';
import { followPeople, refresh } from './people.js';

const list = document.querySelector('#messages');
const title = document.title;
let newest = Number(list.dataset.newest);
let unseen = 0;

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (button === null) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    // The browser may keep the clipboard to itself; what stands beside the button is selected by one click.
    tell('Not copied: the browser does not allow it', 4);
    return;
  }
  button.textContent = 'Copied';
  tell(button.getAttribute('aria-label').replace('Copy', 'Copied'), 2);
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = title;
});

dress(document);
sayWell();
void follow();
followPeople();

/** Asks for news; the server answers as soon as there are any. A hidden tab goes on, so that its title can count. */
async function follow() {
  for (;;) {
    try {
      const wasLost = !isConnected();
      // No message has the number -1, so a server that is back answers at once.
      const query = new URLSearchParams({ after: String(wasLost ? -1 : newest) });
      if (list.dataset.to !== '') query.set('to', list.dataset.to);
      const response = await fetch(`/dev/messages?${query}`);
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const news = await response.json();
      if (wasLost || news.newest < newest) return location.reload();
      newest = news.newest;
      show(news.cards);
    } catch {
      // The server is down, or starting again: its return reloads the page, as its messages and keys may be others.
      lose(true);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** The server escaped every value in the cards, and the page's policy runs no script that they could hold. */
function show(cards) {
  if (cards.length === 0) return;
  list.insertAdjacentHTML('afterbegin', cards.join(''));
  document.querySelector('#empty').hidden = true;
  const added = [...list.children].slice(0, cards.length);
  for (const card of added) {
    dress(card);
    card.classList.add('new');
  }
  say(`New message: ${added[0].querySelector('h3').textContent}, to ${added[0].querySelector('.to b').textContent}`, 8);
  // Whoever got a message has changed, often.
  void refresh();
  if (!document.hidden) return;
  unseen += cards.length;
  document.title = `(${unseen}) ${title}`;
}
