import { useEffect, useRef, useState } from 'react';
import { ApiError, apiErrorOf } from '../../auth/api-error.ts';
import type { Auth } from '../../auth/auth.ts';
import type { Departure } from '../../auth/federation/authorization.ts';
import type { Callback } from '../../auth/federation/callback.ts';
import { finish, NotFinished } from '../../auth/federation/finish.ts';
import { rememberProvider } from '../../auth/federation/last-provider.ts';
import { useAuth } from '../../auth/react.ts';
import { request } from '../../auth/request.ts';
import type { Tokens } from '../../auth/session.ts';
import { RevokeTokenDocument } from '../../generated/sign-in.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Card, Waiting } from '../../ui/screen.tsx';
import { failureInWords, labelOf } from '../wording/federation.ts';
import { ProviderButton, ProviderForm } from './providers.tsx';

interface ReturningProps {
  readonly callback: Callback;
  /** Called when there is nothing left to show of it. */
  readonly onEnd: () => void;
}

/** Somebody comes back from a provider: with a code, which becomes a session, or with a refusal, which is explained. */
export function Returning({ callback, onEnd }: ReturningProps) {
  const site = useSettings();
  const { auth, status } = useAuth();
  const { announceNext } = useAnnouncer();
  const [failure, setFailure] = useState<NotFinished | null>(null);
  // A code can be used once only.
  const hasBegun = useRef(false);
  const { endpoint, config } = site;
  const { federation } = config;

  useEffect(() => {
    // Only with the session of before is it known whether somebody proves again who they are.
    if (hasBegun.current || status === 'restoring' || federation === null) return;
    hasBegun.current = true;
    async function end(): Promise<void> {
      if (federation === null) return;
      const finished = await finish(endpoint, federation, callback);
      const { departure } = finished;
      if ('again' in finished) return location.replace(finished.again);
      if (departure.provider !== null) rememberProvider(federation.clientId, departure.provider);
      if (departure.hash !== '') history.replaceState(null, '', departure.hash);
      if (departure.isStepUp && status === 'signedIn') {
        await proveAgain(auth, finished.tokens, departure).catch(async (error) => {
          // Nobody uses that session.
          const { refreshToken } = finished.tokens;
          if (refreshToken !== null) await request(endpoint, RevokeTokenDocument, { input: { refreshToken } }).catch(() => {});
          throw error;
        });
        announceNext('You have shown that it is you. Now press the button again.');
      } else {
        auth.signIn(finished.tokens, departure.persistence);
      }
      onEnd();
    }
    end().catch((error) => setFailure(error instanceof NotFinished ? error : new NotFinished(apiErrorOf(error), null)));
  }, [announceNext, auth, callback, endpoint, federation, onEnd, status]);

  return failure ? <Failed failure={failure} onEnd={onEnd} /> : <Waiting>Signing you in …</Waiting>;
}

async function proveAgain(auth: Auth, tokens: Tokens, departure: Departure): Promise<void> {
  try {
    await auth.renewProof(tokens);
  } catch (cause) {
    throw new NotFinished(new ApiError('OTHER_USER', '', { cause }), departure);
  }
}

function Failed({ failure, onEnd }: { failure: NotFinished; onEnd: () => void }) {
  const { config } = useSettings();
  const { status, user } = useAuth();
  const { federation } = config;
  const { departure, refusal } = failure;
  const isIn = status === 'signedIn';
  const { message, help } = failureInWords(refusal, labelOf(federation, departure?.provider ?? null));
  const provider = federation?.providers.find(({ name }) => name === departure?.provider);
  return (
    <Card title={isIn ? 'That did not work' : 'You are not signed in'}>
      <p className="notice error" role="alert" data-code={refusal.code}>
        {message}
      </p>
      {help !== null && <p>{help}</p>}
      {isIn && <p>You are still signed in as “{user?.username}”.</p>}
      {federation && departure && provider && (
        <ProviderForm federation={federation} label="Try again" persistence={departure.persistence} isStepUp={departure.isStepUp}>
          <ProviderButton provider={provider} />
        </ProviderForm>
      )}
      <button type="button" className="secondary" onClick={onEnd}>
        {isIn ? 'Your account' : 'Other ways to sign in'}
      </button>
    </Card>
  );
}
