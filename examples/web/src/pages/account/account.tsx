import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { apiErrorOf } from '../../auth/api-error.ts';
import { hasPasskeys } from '../../auth/passkey.ts';
import { MeDocument } from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { Card, focusHeading } from '../../ui/screen.tsx';
import { passwordlessWays } from '../wording/passwordless.ts';
import type { Me } from './me.ts';
import { Passkeys } from './passkeys.tsx';
import { SecondSteps } from './second-steps.tsx';
import { SessionCard } from './session-card.tsx';
import { useOffer } from './use-offer.ts';

/** The signed-in user's own page. */
export function AccountPage() {
  const { config } = useSettings();
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'cache-and-network' });

  // A session may have been ended elsewhere while nobody looked.
  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') void refetch();
    };
    document.addEventListener('visibilitychange', looked);
    return () => document.removeEventListener('visibilitychange', looked);
  }, [refetch]);

  const me = data?.me;
  const takesPasskeys = passwordlessWays(config).includes('WEB_AUTHN');
  // Not one that could not be used afterwards.
  const isUsable = me !== undefined && passwordlessWays(config, me.mfa.enabled.length > 0).includes('WEB_AUTHN');
  const [isOffered, answerOffer] = useOffer('passkey', me?.sub);
  const offers = isUsable && isOffered && hasPasskeys();
  const cards = useRef<HTMLDivElement>(null);

  function answered(): void {
    answerOffer();
    // The button is gone, and with it the focus.
    cards.current?.focus();
  }
  return (
    <Card title="Your account" wide>
      {error && (
        <div className="notice error">
          <p role="alert">{apiErrorOf(error).message}</p>
          <button type="button" className="secondary" onClick={() => void refetch().then(focusHeading, () => {})}>
            Try again
          </button>
        </div>
      )}
      {!me && !error && <p role="status">Loading …</p>}
      {me && (
        <div className="cards" ref={cards} tabIndex={-1}>
          {offers && <Passkeys me={me} isUsable onAnswer={answered} />}
          {/* Each column flows by itself: a card that grows leaves no hole beside it. */}
          <div className="column">
            <Profile me={me} />
            {takesPasskeys && !offers && <Passkeys me={me} isUsable={isUsable} />}
          </div>
          <div className="column">
            {config.mfaMode !== 'OFF' && <SecondSteps me={me} />}
            <SessionCard />
          </div>
        </div>
      )}
    </Card>
  );
}

function Profile({ me }: { me: Me }) {
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">Profile</h2>
      <dl>
        <Row name="User name">{me.username}</Row>
        {me.email && <Row name="E-mail">{withProof(me.email, me.emailVerified)}</Row>}
        {me.phoneNumber && <Row name="Phone number">{withProof(me.phoneNumber, me.phoneNumberVerified)}</Row>}
        {me.groups.length > 0 && <Row name="Groups">{me.groups.join(', ')}</Row>}
        <Row name="Id">{me.sub}</Row>
      </dl>
    </section>
  );
}

function withProof(value: string, isVerified: boolean): string {
  return `${value} (${isVerified ? 'verified' : 'not verified'})`;
}

function Row({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
