// What the page says of itself, in one line that screen readers hear.

const state = document.querySelector('#state');
let isLost = false;
let timer;
let heldUntil = 0;

/** Says something, and after a while again that all is well. */
export function say(text, seconds = 0) {
  // What came of the reader's own click is not talked over.
  if (Date.now() < heldUntil) return;
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle('live', !isLost);
  clearTimeout(timer);
  if (seconds > 0) timer = setTimeout(sayWell, seconds * 1000);
}

/** Says what came of a click. */
export function tell(text, seconds = 10) {
  heldUntil = 0;
  say(text, seconds);
  heldUntil = Date.now() + seconds * 1000 - 100;
}

export function sayWell() {
  say(isLost ? 'Not connected; waiting for the server' : 'Live');
}

/** Whether the server is out of reach. */
export function lose(lost) {
  isLost = lost;
  heldUntil = 0;
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
