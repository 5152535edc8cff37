import { type ReactNode, Suspense } from 'react';
import { later } from '../site/later.tsx';
import { useSettings } from '../site/settings-context.ts';

interface OnLaptopProps {
  readonly children: ReactNode;
  /** The text of the link to the developer page. */
  readonly link: string;
}

/** A link to the developer page, which has the codes that would have been sent, and users to try. Only on a laptop. */
export function OnLaptop({ children, link }: OnLaptopProps) {
  const page = useDeveloperPage();
  if (page === null) return null;
  return (
    <p className="dev">
      {children}{' '}
      <a href={page.href} target="_blank" rel="noreferrer">
        {link}
      </a>
    </p>
  );
}

// Loaded only beside a local runtime, never by a page of a deployed API.
const LocalCode = later(async () => (await import('./local-code.tsx')).LocalCode);

/** A link to the messages of the local runtime. */
export function LocalInbox() {
  return <OnLaptop link="Open the local inbox">This API runs on a laptop, so nothing is really sent.</OnLaptop>;
}

interface DevInboxProps {
  /** The user who receives the messages: their name, address or number. */
  readonly of: string;
  readonly onCode: (code: string) => void;
}

/** The newest code of the local inbox, shown beside each field for a code. */
export function DevInbox({ of, onCode }: DevInboxProps) {
  const page = useDeveloperPage();
  // The inbox does not answer pages of another origin, such as one that Vite serves on another port.
  const isReadable = page?.origin === location.origin && of !== '';
  if (page === null) return null;
  return (
    <div className="beside-code">
      {isReadable && (
        <Suspense>
          <LocalCode inbox={page} of={of} onCode={onCode} />
        </Suspense>
      )}
      <LocalInbox />
    </div>
  );
}

/** The developer page of the runtime that the page talks to; null for an API that is deployed. */
export function useDeveloperPage(): URL | null {
  const { GraphQLUrl } = useSettings();
  const page = new URL('/dev', GraphQLUrl);
  return page.hostname === 'localhost' || page.hostname === '127.0.0.1' ? page : null;
}
