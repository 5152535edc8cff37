import type { ReactNode } from 'react';
import { useSettings } from './settings-context.ts';

interface OnLaptopProps {
  readonly children: ReactNode;
  /** What the link to the developer page says. */
  readonly link: string;
}

/** On a laptop no mail is sent: codes, and users to sign in as, are on the developer page beside the API. Elsewhere there is nothing. */
export function OnLaptop({ children, link }: OnLaptopProps) {
  const { GraphQLUrl } = useSettings();
  const page = new URL('/dev', GraphQLUrl);
  if (page.hostname !== 'localhost' && page.hostname !== '127.0.0.1') return null;
  return (
    <p className="dev">
      {children}{' '}
      <a href={page.href} target="_blank" rel="noreferrer">
        {link}
      </a>
    </p>
  );
}

/** Beside every form that wants a code. */
export function DevInbox() {
  return <OnLaptop link="Open the local inbox">This is a laptop’s API, and nothing is really sent.</OnLaptop>;
}
