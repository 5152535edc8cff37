import { useAuth } from './auth/react.ts';
import { useSignOut } from './ui/use-sign-out.ts';

/** The site, its pages, and the button to sign out. */
export function Header({ gpt, route }: { gpt: boolean; route: string }) {
  const { user } = useAuth();
  const signOut = useSignOut();
  return (
    <header className="top">
      <a className="brand" href="#/">
        <span className="mark" aria-hidden="true" />
        Cognito GraphQL
      </a>
      {user && (
        <nav aria-label="Main">
          <a href="#/" aria-current={route === '' ? 'page' : undefined}>
            Account
          </a>
          {gpt && (
            <a href="#/ask" aria-current={route === 'ask' ? 'page' : undefined}>
              Ask
            </a>
          )}
          <button type="button" className="quiet" onClick={() => void signOut()}>
            Sign out
          </button>
        </nav>
      )}
    </header>
  );
}
