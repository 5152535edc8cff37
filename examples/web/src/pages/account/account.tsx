import { useQuery } from '@apollo/client/react';
import { Suspense, useEffect, useRef } from 'react';
import { apiErrorOf } from '../../auth/api-error.ts';
import { hasPasskeys } from '../../auth/passkey.ts';
import { MeDocument } from '../../generated/account.ts';
import { later } from '../../site/later.tsx';
import { useSettings } from '../../site/settings-context.ts';
import { Card, focusHeading } from '../../ui/screen.tsx';
import { takesPassword } from '../sign-in/ways.tsx';
import { passwordlessWays } from '../wording/passwordless.ts';
import { Activity } from './activity.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { Devices } from './devices.tsx';
import { ForDevelopers } from './for-developers.tsx';
import { MyData } from './my-data.tsx';
import { PasskeyOffer, Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondSteps } from './second-steps.tsx';
import { Sessions } from './sessions.tsx';
import { useOffer } from './use-offer.ts';

// Only for users who have any.
const Identities = later(async () => (await import('./identities.tsx')).Identities);

/** The signed-in user's own page. */
export function AccountPage() {
  const { config } = useSettings();
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'cache-and-network' });

  // The session may have been ended elsewhere while the page was hidden.
  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') void refetch();
    };
    document.addEventListener('visibilitychange', looked);
    return () => document.removeEventListener('visibilitychange', looked);
  }, [refetch]);

  const me = data?.me;
  // A provider looks after the password and the second step of those who can only sign in there.
  const isOwn = !me?.identities.some(({ isPrimary }) => isPrimary);
  const takesPasskeys = isOwn && passwordlessWays(config).includes('WEB_AUTHN');
  // A passkey is offered only if the user could sign in with it.
  const isUsable = isOwn && me !== undefined && passwordlessWays(config, me.mfa.enabled.length > 0).includes('WEB_AUTHN');
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
          {offers && <PasskeyOffer me={me} onAnswer={answered} />}
          {/* The columns are independent: a card that grows leaves no gap beside it. */}
          <div className="column">
            <Profile me={me} />
            {takesPasskeys && !offers && <Passkeys me={me} isUsable={isUsable} />}
            {me.identities.length > 0 && (
              <Suspense>
                <Identities me={me} />
              </Suspense>
            )}
            {isOwn && takesPassword(config) && <Password me={me} />}
            <Sessions />
            {isOwn && config.rememberDevices !== 'NEVER' && <Devices />}
          </div>
          <div className="column">
            {isOwn && config.mfaMode !== 'OFF' && <SecondSteps me={me} />}
            {isOwn && config.mfaMode !== 'OFF' && config.recoveryCodes && <RecoveryCodes />}
            {config.activityDays !== null && <Activity days={config.activityDays} isOwn={isOwn} />}
          </div>
          <div className="last">
            <MyData />
            <DeleteAccount me={me} />
          </div>
          <ForDevelopers me={me} />
        </div>
      )}
    </Card>
  );
}
