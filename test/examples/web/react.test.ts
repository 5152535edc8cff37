import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { type Auth, createAuth } from '../../../examples/web/src/auth/auth.ts';
import { AuthProvider, RequireAuth, type RequireAuthProps, useAuth } from '../../../examples/web/src/auth/react.ts';

const tabs: Auth[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function openTab(): Auth {
  const never = () => Promise.reject(new Error('Nobody asks.'));
  const auth = createAuth({
    name: 'react',
    api: { refresh: never, revoke: never },
    storages: { session: null, local: null },
    locks: navigator.locks,
    channel: new BroadcastChannel('react'),
    now: Date.now,
  });
  tabs.push(auth);
  return auth;
}

/** Tokens of somebody; only the API looks at signatures. */
function tokensOf(username: string, groups?: readonly string[]) {
  const claims = { sub: 'a', 'cognito:username': username, email: `${username}@example.com`, 'cognito:groups': groups };
  const idToken = `e30.${btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims))))}.signature`;
  return { accessToken: 'access', idToken, refreshToken: 'refresh', expiresIn: 300 };
}

function Name(): ReactNode {
  const { user, groups, status } = useAuth();
  return `${status}: ${user?.username} ${groups.join('+')}`;
}

const markup = (auth: Auth, props: Partial<RequireAuthProps> = {}): string =>
  renderToStaticMarkup(
    createElement(AuthProvider, {
      auth,
      children: createElement(RequireAuth, {
        children: createElement(Name),
        signIn: 'sign in',
        restoring: 'restoring',
        forbidden: 'forbidden',
        ...props,
      }),
    }),
  );

test('RequireAuth shows neither the form nor its children before it is known who is signed in', async () => {
  const auth = openTab();
  expect(markup(auth)).toBe('restoring');
  await auth.accessToken().catch(() => {});
  expect(markup(auth)).toBe('sign in');
});

test('RequireAuth shows its children to signed-in users only', () => {
  const auth = openTab();
  auth.signIn(tokensOf('zoë'));
  expect(markup(auth)).toBe('signedIn: zoë ');
});

test('RequireAuth with groups is for those who are in one of them', () => {
  const auth = openTab();
  auth.signIn(tokensOf('ann', ['staff', 'admin']));
  expect(markup(auth, { groups: ['admin', 'owner'] })).toBe('signedIn: ann staff+admin');
  expect(markup(auth, { groups: ['owner'] })).toBe('forbidden');
  auth.signIn(tokensOf('bob'));
  expect(markup(auth, { groups: ['admin'] })).toBe('forbidden');
});

test('useAuth without a provider says what it needs', () => {
  expect(() => renderToStaticMarkup(createElement(Name))).toThrow('useAuth wants an AuthProvider around it.');
});
