import { randomUUID } from 'node:crypto';
import { LoginDocument } from '../../../examples/generated/operations.ts';
import { type Auth, createAuth } from '../../../examples/web/src/auth/auth.ts';
import { request } from '../../../examples/web/src/auth/request.ts';
import type { Tokens } from '../../../examples/web/src/auth/session.ts';
import type { KeyValueStorage, Storages } from '../../../examples/web/src/auth/storage.ts';
import { RefreshTokensDocument, RevokeTokenDocument } from '../../../examples/web/src/generated/sign-in.ts';
import { succeeded } from '../../support/send.ts';
import { expectTokens } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

/** The tabs of one browser: what they share, and a clock. Node has the browser's own locks and channels. */
export interface TestBrowser {
  /** Every refresh token that some tab has used, in order. */
  readonly used: readonly string[];
  readonly local: TestStorage;
  readonly name: string;
  open(options?: { readonly session?: TestStorage }): Auth;
  advance(milliseconds: number): void;
  close(): void;
}

export interface TestStorage extends KeyValueStorage {
  readonly items: Map<string, string>;
}

export function testStorage(): TestStorage {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

export function openBrowser({ runtime }: System): TestBrowser {
  const name = randomUUID();
  const used: string[] = [];
  const local = testStorage();
  const tabs: Auth[] = [];
  let offset = 0;
  const endpoint = { url: runtime.outputs.GraphQLUrl, apiKey: runtime.outputs.ApiKey };
  return {
    used,
    local,
    name,
    open({ session = testStorage() } = {}) {
      const storages: Storages = { session, local };
      const auth = createAuth({
        name,
        storages,
        locks: navigator.locks,
        channel: new BroadcastChannel(name),
        now: () => Date.now() + offset,
        api: {
          refresh: async (refreshToken) => {
            used.push(refreshToken);
            return (await request(endpoint, RefreshTokensDocument, { input: { refreshToken } })).refreshTokens;
          },
          revoke: (refreshToken) => request(endpoint, RevokeTokenDocument, { input: { refreshToken } }),
        },
      });
      tabs.push(auth);
      return auth;
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    close: () => {
      for (const tab of tabs) tab.close();
    },
  };
}

export async function tokensOf(system: System, person: { username: string; password: string }): Promise<Tokens> {
  const { username, password } = person;
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
}

/** Resolves when the state is so. */
export function until(auth: Auth, isSo: (state: ReturnType<Auth['state']>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = auth.subscribe(check);
    function check(): void {
      if (!isSo(auth.state())) return;
      stop();
      resolve();
    }
    check();
  });
}
