// What the page says of itself, in one line that screen readers hear.

const state = document.querySelector('#state');
let isLost = false;

/** Says something; after a while it says again that all is well. */
export function say(text, seconds = 0) {
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle('live', !isLost);
  clearTimeout(say.timer);
  if (seconds > 0) say.timer = setTimeout(sayWell, seconds * 1000);
}

export function sayWell() {
  say(isLost ? 'Not connected; waiting for the server' : 'Live');
}

/** Whether the server is out of reach. */
export function lose(lost) {
  isLost = lost;
  sayWell();
}

export const isConnected = () => !isLost;

/** Times in the reader's own zone, and the buttons that do nothing without a script. */
export function dress(root) {
  for (const button of root.querySelectorAll('button[hidden]')) button.hidden = false;
  for (const time of root.querySelectorAll('article time')) {
    const sent = new Date(time.dateTime);
    const isToday = sent.toDateString() === new Date().toDateString();
    time.textContent = isToday ? sent.toLocaleTimeString() : sent.toLocaleString();
    time.title = sent.toString();
  }
}
