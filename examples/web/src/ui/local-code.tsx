import { useEffect, useState } from 'react';
import { codeIn } from './code.ts';

interface LocalCodeProps {
  /** The developer page of the local runtime, which serves this page too. */
  readonly inbox: URL;
  /** The user who receives the messages: their name, address or number. */
  readonly of: string;
  readonly onCode: (code: string) => void;
}

/** The newest code that the local runtime "sent" to a user, shown beside the field for it. */
export function LocalCode({ inbox, of, onCode }: LocalCodeProps) {
  const [code, setCode] = useState<string | null>(null);
  const { href } = inbox;
  useEffect(() => {
    const leaving = new AbortController();
    setCode(null);
    // If the runtime has ended, the link to its page stays.
    watch(href, of, setCode, leaving.signal).catch(() => {
      if (!leaving.signal.aborted) setCode(null);
    });
    return () => leaving.abort();
  }, [href, of]);

  return (
    <div role="status">
      {code && (
        <p className="dev local-code">
          <span>
            The newest code: <code>{code}</code>
          </span>
          <button type="button" className="quiet" onClick={() => onCode(code)}>
            Fill it in
          </button>
        </p>
      )}
    </div>
  );
}

/** Reports the newest code at once, and again after each new message. */
async function watch(inbox: string, of: string, tell: (code: string | null) => void, signal: AbortSignal): Promise<void> {
  const ask = async (path: string, query: Readonly<Record<string, string>>): Promise<unknown> => {
    const response = await fetch(`${inbox}/${path}?${new URLSearchParams(query)}`, { signal });
    if (!response.ok) throw new Error(`The inbox answers ${response.status}.`);
    return response.json();
  };
  // What the local runtime of this repository answers is not checked here.
  const addresses = await addressesOf(of, ask);
  // The first question is answered at once, the others when a message has arrived.
  for (let after = -1; !signal.aborted; ) {
    const { newest } = (await ask('messages', { after: String(after), to: of })) as { newest: number };
    const inboxes = await Promise.all(addresses.map((to) => ask('inbox', { to })));
    const messages = (inboxes as Message[][]).flat().toSorted((one, other) => other.sentAt.localeCompare(one.sentAt));
    if (!signal.aborted) tell(messages.map(codeOf).find((code) => code !== null) ?? null);
    after = newest;
  }
}

/** The part of a message of `GET /dev/inbox` that is used here. */
interface Message {
  readonly body: string;
  readonly code: string | null;
  readonly sentAt: string;
}

/** The part of a user of `GET /dev/users` that is used here. */
interface User {
  readonly username: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** Where a user's messages go. The name itself may be an address. */
async function addressesOf(name: string, ask: (path: string, query: { user: string }) => Promise<unknown>): Promise<string[]> {
  const users = (await ask('users', { user: name })) as User[];
  const found = users.find(({ username, attributes: { email, phone_number } }) => [username, email, phone_number].includes(name));
  return [...new Set([name, found?.attributes['email'], found?.attributes['phone_number']])].filter((to) => to !== undefined);
}

/** Null for a temporary password. If a function of the deployment wrote the mail, the code is in its text only. */
function codeOf({ code, body }: Message): string | null {
  const text = code ?? codeIn(body.replace(/<style.*?<\/style>|<[^>]*>/gs, ' '));
  return /^\d+$/.test(text) ? text : null;
}
