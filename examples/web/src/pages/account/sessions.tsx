import { useMutation, useQuery } from '@apollo/client/react';
import { deviceName } from '../../auth/proofs/device-name.ts';
import {
  GlobalSignOutDocument,
  RevokeUserSessionDocument,
  SessionsDocument,
  type SessionsQuery,
} from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { useSignOut } from '../../ui/use-sign-out.ts';
import { When } from '../../ui/when.tsx';
import { refetching } from './card/refetching.ts';
import { Loaded, Section, useHeading } from './card/section.tsx';

/** Where the user is signed in, with buttons to sign out. */
export function Sessions() {
  const { config } = useSettings();
  const signOut = useSignOut();
  const heading = useHeading();
  const [endAll] = useMutation(GlobalSignOutDocument);

  async function submit(way: string): Promise<void> {
    if (way === 'here') return signOut();
    await endAll();
    await signOut();
  }

  return (
    <Section id="sessions" title="Where you are signed in" heading={heading.ref}>
      {config.tracksSessions && <SessionList onEnded={heading.focus} />}
      <Form onSubmit={(_, way) => submit(way)}>
        <div className="row">
          <Submit way="here" look="secondary">
            Sign out here
          </Submit>
          <Submit way="everywhere" look="danger">
            Sign out everywhere
          </Submit>
        </div>
      </Form>
    </Section>
  );
}

type Session = SessionsQuery['sessions'][number];

function SessionList({ onEnded }: { onEnded: () => void }) {
  const query = useQuery(SessionsDocument, { fetchPolicy: 'cache-and-network' });
  const { announce } = useAnnouncer();
  const [revoke] = useMutation(RevokeUserSessionDocument, refetching('Sessions'));

  async function end({ sessionId }: Session): Promise<void> {
    await revoke({ variables: { input: { sessionId } } });
    announce('That session is ended.');
    onEnded();
  }

  return (
    <Loaded query={query}>
      {({ sessions }) => (
        <ul className="items">
          {sessions.toSorted(thisOneFirst).map((session) => (
            <li key={session.sessionId}>
              <Form onSubmit={() => end(session)}>
                <div className="row">
                  <span>
                    <strong>{nameOf(session)}</strong> {session.isCurrent && <span className="badge">this one</span>}
                    <span className="hint">
                      {session.ipAddress && `${session.ipAddress}, `}
                      last used <When at={session.lastActiveAt ?? session.createdAt} />
                    </span>
                    <span className="hint">
                      signed in <When at={session.createdAt} />
                    </span>
                  </span>
                  {!session.isCurrent && (
                    <Submit look="secondary">
                      End<span className="visually-hidden"> the session on {nameOf(session)}</span>
                    </Submit>
                  )}
                </div>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

/** Cognito may not know the device of a session. This browser knows its own name. */
function nameOf({ device, isCurrent }: Session): string {
  return deviceName(isCurrent ? navigator.userAgent : device);
}

function thisOneFirst(one: Session, other: Session): number {
  return Number(other.isCurrent) - Number(one.isCurrent) || (other.lastActiveAt ?? '').localeCompare(one.lastActiveAt ?? '');
}
