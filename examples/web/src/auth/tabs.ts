import type { Session } from './session.ts';

/** Why a session is over. */
export type EndReason = 'signedOut' | 'expired' | 'revoked' | 'passwordChanged' | 'deleted';

/** What the tabs of one browser tell each other. */
export type News =
  | { readonly kind: 'signedIn' | 'renewed'; readonly session: Session }
  | { readonly kind: 'ended'; readonly id: string; readonly reason: EndReason };

type Message =
  | News
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'answer'; readonly question: string; readonly session: Session | null };

/** The part that is used of the browser's `LockManager`. */
interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
  request<T>(name: string, options: { readonly mode: 'shared' }, work: () => Promise<T>): Promise<T>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

/** The part that is used of the browser's `BroadcastChannel`. */
interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: Event) => void): void;
  close(): void;
}

export interface TabsOptions {
  /** Distinguishes this page's tabs from those of another application on the same host. */
  readonly name: string;
  readonly locks: Locks;
  readonly channel: Channel;
  /** The session as this tab knows it. */
  readonly current: () => Session | null;
  readonly heard: (news: News) => void;
}

export interface Tabs {
  /** Runs `work` while no other tab runs its own. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  tell(news: News): void;
  /** The sessions of the other tabs. */
  ask(): Promise<readonly Session[]>;
  close(): void;
}

/**
 * How long to wait for other tabs. A tab that the browser has frozen does not answer, but it has no newer session
 * either.
 */
const patienceMs = 300;

/**
 * A lock alone does not keep two tabs from using one refresh token twice: the second tab may get the lock before it
 * sees what the first one wrote to the storage or the channel. But an answer on the channel arrives after everything
 * that its tab sent before. So the tab that has the lock asks the others before it assumes that its own token is the
 * newest.
 */
export function openTabs({ name, locks, channel, current, heard }: TabsOptions): Tabs {
  const presence = `${name}.tab`;
  const asked = new Map<string, (session: Session | null) => void>();
  const leaving = Promise.withResolvers<void>();
  const open = locks.request(presence, { mode: 'shared' }, () => leaving.promise);

  channel.addEventListener('message', (event) => {
    // Only this file posts on a channel of this name.
    const { data } = event as Event & { readonly data: Message };
    if (data.kind === 'question') post({ kind: 'answer', question: data.question, session: current() });
    else if (data.kind === 'answer') asked.get(data.question)?.(data.session);
    else heard(data);
  });
  const post = (message: Message): void => channel.postMessage(message);

  return {
    alone: (work) => locks.request(name, work),
    tell: post,
    async ask() {
      const { held = [] } = await locks.query();
      const others = held.filter((lock) => lock.name === presence).length - 1;
      if (others < 1) return [];
      const question = crypto.randomUUID();
      const answers: (Session | null)[] = [];
      const complete = Promise.withResolvers<void>();
      const timer = setTimeout(complete.resolve, patienceMs);
      asked.set(question, (session) => {
        if (answers.push(session) >= others) complete.resolve();
      });
      post({ kind: 'question', question });
      await complete.promise;
      clearTimeout(timer);
      asked.delete(question);
      return answers.filter((session) => session !== null);
    },
    close() {
      leaving.resolve();
      void open;
      channel.close();
    },
  };
}
