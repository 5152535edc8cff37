import { useAuth } from '../../auth/react.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { useDeveloperPage } from '../../ui/on-laptop.tsx';
import { When } from '../../ui/when.tsx';
import type { Me } from './card/me.ts';
import { Row, Rows } from './card/rows.tsx';

/** On a laptop: what only developers want to see of a session. */
export function ForDevelopers({ me }: { me: Me }) {
  const { auth, state } = useAuth();
  const { announce } = useAnnouncer();
  if (useDeveloperPage() === null || state.status !== 'signedIn') return null;

  async function renew(): Promise<void> {
    await auth.accessToken(await auth.accessToken());
    announce('The session is renewed.');
  }

  return (
    <section aria-labelledby="for-developers" className="dev">
      <h2 id="for-developers">For developers</h2>
      <Rows>
        <Row name="sub">{me.sub}</Row>
        <Row name="Access token">
          good until <When at={state.expiresAt} />, renewed by itself
        </Row>
      </Rows>
      <Form onSubmit={renew}>
        <Submit look="secondary">Renew now</Submit>
      </Form>
    </section>
  );
}
