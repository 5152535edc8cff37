import { useAuth } from './auth/react.ts';
import { useSignOut } from './ui/use-sign-out.ts';

interface HeaderProps {
  readonly route: string;
  /** Whether there is a language model to ask. Default: false. */
  readonly gpt?: boolean;
  /** The group that may administer users; null for none, which is the default. */
  readonly adminGroup?: string | null;
}

/** The site, its pages, and the button to sign out. */
export function Header({ route, gpt = false, adminGroup = null }: HeaderProps) {
  const { user, groups } = useAuth();
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
          {adminGroup !== null && groups.includes(adminGroup) && (
            <a href="#/admin" aria-current={/^admin(\/|$)/.test(route) ? 'page' : undefined}>
              Administration
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
