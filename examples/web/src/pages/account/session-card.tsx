import { useApolloClient } from '@apollo/client/react';
import { useAuth } from '../../auth/react.ts';
import { GlobalSignOutDocument } from '../../generated/account.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { useSignOut } from '../../ui/use-sign-out.ts';

/** The session of this page, and the ways out. */
export function SessionCard() {
  const client = useApolloClient();
  const { auth, state } = useAuth();
  const { announce } = useAnnouncer();
  const signOut = useSignOut();

  async function submit(way: string): Promise<void> {
    if (way === 'renew') {
      await auth.accessToken(await auth.accessToken());
      announce('The session is renewed.');
      return;
    }
    if (way === 'here') return signOut();
    await client.mutate({ mutation: GlobalSignOutDocument });
    // There is nothing left to revoke.
    await auth.signOut();
  }

  return (
    <section aria-labelledby="session">
      <h2 id="session">Session</h2>
      {state.status === 'signedIn' && (
        <p>
          This access token is good until <time dateTime={new Date(state.expiresAt).toISOString()}>{clock(state.expiresAt)}</time>
          , and renewed by itself.
        </p>
      )}
      <Form onSubmit={(_, way) => submit(way)}>
        <div className="row">
          <Submit way="renew" look="secondary">
            Renew now
          </Submit>
          <Submit way="here" look="secondary">
            Sign out here
          </Submit>
          <Submit way="everywhere" look="danger">
            Sign out everywhere
          </Submit>
        </div>
      </Form>
    </section>
  );
}

function clock(time: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
