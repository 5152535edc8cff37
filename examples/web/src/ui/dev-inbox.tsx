import { useSettings } from './settings-context.ts';

/** On a laptop no mail is sent: the codes are in the inbox of the developer page. */
export function DevInbox({ to }: { to?: string }) {
  const { GraphQLUrl } = useSettings();
  const inbox = new URL('/dev', GraphQLUrl);
  if (inbox.hostname !== 'localhost' && inbox.hostname !== '127.0.0.1') return null;
  if (to) inbox.searchParams.set('to', to);
  return (
    <p className="dev">
      This is a laptop's API, and nothing is really sent:{' '}
      <a href={inbox.href} target="_blank" rel="noreferrer">
        open the local inbox
      </a>
      .
    </p>
  );
}
