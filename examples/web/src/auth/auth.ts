import { ApiError } from './api-error.ts';
import {
  type AuthUser,
  deviceKeyOf,
  newSession,
  type Persistence,
  renewed,
  type Session,
  type Tokens,
  userOf,
} from './session.ts';
import { type SessionStore, type Storages, sessionStore } from './storage.ts';
import { type EndReason, type News, openTabs, type TabsOptions } from './tabs.ts';

export type AuthState =
  | { readonly status: 'restoring' }
  | { readonly status: 'signedOut'; readonly reason: EndReason | null }
  | { readonly status: 'signedIn'; readonly user: AuthUser; readonly expiresAt: number; readonly isAtDomain: boolean };

export interface AuthOptions {
  /** The two calls that the session itself needs. They throw `ApiError`. */
  readonly api: {
    refresh(refreshToken: string, deviceKey: string | null): Promise<Tokens>;
    revoke(refreshToken: string): Promise<unknown>;
  };
  /** Distinguishes this application's session from others on the same host. */
  readonly name: string;
  readonly storages: Storages;
  readonly locks: TabsOptions['locks'];
  readonly channel: TabsOptions['channel'];
  readonly now: () => number;
}

export interface Auth {
  state(): AuthState;
  subscribe(listener: () => void): () => void;
  /** Takes the tokens of a finished sign-in. Default: memory. */
  signIn(tokens: Tokens, persistence?: Persistence): void;
  /**
   * An access token that is still valid for some time. Renews it if it is about to expire, or if it is the `stale` one
   * that the API has just refused. Throws `ApiError`: `SIGNED_OUT`, or why it could not be renewed.
   */
  accessToken(stale?: string): Promise<string>;
  /** Replaces the tokens of a user who has just proven again who they are. */
  renewProof(tokens: Tokens): Promise<void>;
  /** Ends the session in all tabs, then at Cognito. False if Cognito could not be reached. */
  signOut(): Promise<boolean>;
  /** Call this when the session of this access token is over: the API said so, or was just asked to end it. */
  lost(accessToken: string, reason: EndReason): void;
  close(): void;
}

/** A token that lives no longer than this is renewed before it is used. */
const spareMs = 30_000;

const fatal: ReadonlyMap<string, EndReason> = new Map([
  ['TOKEN_EXPIRED', 'expired'],
  ['TOKEN_REVOKED', 'revoked'],
  ['TOKEN_INVALID', 'revoked'],
  ['USER_DISABLED', 'revoked'],
]);

/** One session for all tabs of a page; a refresh token is used by one tab, once. */
export function createAuth({ api, name, storages, locks, channel, now }: AuthOptions): Auth {
  const store: SessionStore = sessionStore(name, storages);
  const listeners = new Set<() => void>();
  /** Sessions that are over, so that a late message does not bring them back. */
  const ended = new Set<string>();
  let session: Session | null = null;
  let state: AuthState = { status: 'restoring' };
  let renewing: Promise<Session> | null = null;

  const tabs = openTabs({ name, locks, channel, current: () => session, heard: hear });

  function become(next: Session | null, reason: EndReason | null = null): void {
    session = next;
    state = next
      ? { status: 'signedIn', user: userOf(next), expiresAt: next.expiresAt, isAtDomain: next.isAtDomain ?? false }
      : { status: 'signedOut', reason };
    store.write(next);
    for (const listener of listeners) listener();
  }

  function end(id: string, reason: EndReason): void {
    ended.add(id);
    if (session?.id === id) become(null, reason);
  }

  function hear(news: News): void {
    if (news.kind === 'ended') end(news.id, news.reason);
    else if (news.kind === 'renewed') catchUp(news.session);
    else if (!ended.has(news.session.id)) become(news.session);
  }

  /** Takes a newer copy of the session that this tab has. */
  function catchUp(copy: Session): void {
    if (session?.id === copy.id && copy.generation > session.generation) become(copy);
  }

  async function newest(): Promise<Session> {
    const stored = store.read();
    for (const copy of [...(stored ? [stored] : []), ...(await tabs.ask())]) catchUp(copy);
    return session ?? signedOut();
  }

  /** The session of the other tabs takes precedence over the one that the browser kept for a reopened tab. */
  async function restore(): Promise<void> {
    const stored = store.read();
    const copies = [...(await tabs.ask()), ...(stored ? [stored] : [])].filter(({ id }) => !ended.has(id));
    const newest = copies
      .filter(({ id }) => id === copies[0]?.id)
      .reduce<Session | null>((one, other) => (one && one.generation >= other.generation ? one : other), null);
    if (state.status === 'restoring') become(newest);
  }
  const restored = restore();

  async function renew(stale: string): Promise<Session> {
    const before = await newest();
    // Another tab was quicker.
    if (before.accessToken !== stale) return before;
    try {
      const after = renewed(before, await api.refresh(before.refreshToken, deviceKeyOf(before)), now());
      if (session?.id !== after.id) return signedOut();
      become(after);
      tabs.tell({ kind: 'renewed', session: after });
      return after;
    } catch (error) {
      const reason = error instanceof ApiError ? fatal.get(error.code) : undefined;
      if (reason) finish(before.id, reason);
      throw error;
    }
  }

  function finish(id: string, reason: EndReason): void {
    end(id, reason);
    tabs.tell({ kind: 'ended', id, reason });
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn(tokens, persistence = 'memory') {
      const signedIn = newSession(tokens, persistence, now());
      become(signedIn);
      tabs.tell({ kind: 'signedIn', session: signedIn });
    },
    async renewProof(tokens) {
      // A refresh that is under way ends first, so that no tab uses a token that is about to be revoked.
      const before = await tabs.alone(async () => {
        const last = await newest();
        const fresh = newSession(tokens, last.persistence, now());
        // A password that proves it here does not end the session at the domain.
        const after = { ...fresh, isAtDomain: Boolean(fresh.isAtDomain || last.isAtDomain) };
        if (userOf(after).sub !== userOf(last).sub) throw new Error('The tokens are of another user.');
        ended.add(last.id);
        become(after);
        tabs.tell({ kind: 'signedIn', session: after });
        return last;
      });
      // Otherwise the previous sign-in would remain as a session that nobody uses.
      await api.revoke(before.refreshToken).catch(() => {});
    },
    async accessToken(stale) {
      await restored;
      if (!session) return signedOut();
      const { accessToken, expiresAt } = session;
      if (accessToken !== stale && expiresAt - now() > spareMs) return accessToken;
      // One refresh at a time: all other callers wait for it.
      renewing ??= tabs
        .alone(() => renew(accessToken))
        .finally(() => {
          renewing = null;
        });
      return (await renewing).accessToken;
    },
    async signOut() {
      await restored;
      const leaving = session;
      if (!leaving) return true;
      // A refresh that is under way ends first: what it gives is what must be revoked.
      const last = await tabs.alone(async () => {
        const found = await newest().catch(() => null);
        finish(leaving.id, 'signedOut');
        return found;
      });
      // Another tab was quicker.
      if (!last) return true;
      return api.revoke(last.refreshToken).then(
        () => true,
        () => false,
      );
    },
    lost(accessToken, reason) {
      if (session?.accessToken === accessToken) finish(session.id, reason);
    },
    close: tabs.close,
  };
}

function signedOut(): never {
  throw new ApiError('SIGNED_OUT', 'You are signed out. Sign in again.');
}
