import { Suspense, useEffect, useState } from 'react';
import { ApiError } from '../../auth/api-error.ts';
import { useAuth } from '../../auth/react.ts';
import type { EndReason } from '../../auth/tabs.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import { later } from '../../site/later.tsx';
import { useSettings } from '../../site/settings-context.ts';
import { useCaptcha } from '../../ui/captcha.tsx';
import { Field, PasswordField } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { OnLaptop } from '../../ui/on-laptop.tsx';
import { Card } from '../../ui/screen.tsx';
import { nameLabel, wrongCredentials } from '../wording/name-fields.ts';
import { retold } from '../wording/refusals.ts';
import type { PersonProps } from './person.ts';
import { begin, beginsWithMessage, OtherWays, takesPassword } from './ways.tsx';

interface SignInPageProps extends PersonProps {
  /** Called when somebody is about to sign in. */
  readonly onBegin: () => void;
}

/** The sign-in: the first screen and the challenges that follow. */
export function SignInPage(props: SignInPageProps) {
  const { walk, restart } = props.signIn;
  const isAmid = walk.at === 'challenge' || walk.at === 'unknown';
  useBack(isAmid, restart);
  return isAmid ? <NextStep signIn={props.signIn} /> : <Start {...props} />;
}

// Loaded later, since many users need only a password.
const NextStep = later(async () => (await import('../challenges/steps.tsx')).NextStep);

/**
 * During a sign-in, the browser's back button returns to its start and keeps the name. Without this it would leave the
 * page.
 */
function useBack(isAmid: boolean, restart: UseSignIn['restart']): void {
  useEffect(() => {
    if (!isAmid) return;
    const { hash } = location;
    history.pushState(null, '');
    // If the address has changed, another page is shown already.
    const back = (): void => {
      if (location.hash === hash) restart();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [isAmid, restart]);
}

// Only for a stage that has any.
const Providers = later(async () => (await import('../federation/providers.tsx')).Providers);

const ended: { readonly [R in EndReason]: string } = {
  signedOut: 'You are signed out, in all tabs.',
  expired: 'Your session has expired. Sign in again.',
  revoked: 'Your session was ended, here or on another device. Sign in again.',
  passwordChanged: 'Your password is changed, and all sessions are ended. Sign in with the new password.',
  deleted: 'Your account is deleted.',
};

const tooLate = 'That took too long. Sign in again.';

function Start({ signIn, username, setUsername, onBegin }: SignInPageProps) {
  const { config } = useSettings();
  const { state } = useAuth();
  const [isKept, setKept] = useState(false);
  const because = signIn.walk.at === 'start' ? signIn.walk.because : null;
  const notice = because ? tooLate : state.status === 'signedOut' && state.reason ? ended[state.reason] : null;
  const isDeleted = state.status === 'signedOut' && state.reason === 'deleted';
  const withPassword = takesPassword(config);
  const captcha = useCaptcha();

  /** What comes next is loaded while the password is typed. */
  function begun(): void {
    NextStep.load();
    onBegin();
  }

  async function submit(fields: (name: string) => string, way: string): Promise<void> {
    const name = fields('username').trim();
    setUsername(name);
    signIn.persist(isKept ? 'local' : 'session');
    if (way === 'password' && fields('password') === '')
      throw new ApiError('INVALID_INPUT', 'Enter your password.', { field: 'password' });
    await begin(signIn, name, way, { password: fields('password'), captcha: captcha.answer }).catch((refusal) => {
      throw retold(refusal, ({ code }) => (code === 'INVALID_CREDENTIALS' ? { message: wrongCredentials(config) } : undefined));
    });
  }

  return (
    <Card title="Sign in">
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <Form onSubmit={submit} help={(error) => <Help error={error} />} label="Sign in">
        <Field
          label={nameLabel(config)}
          name="username"
          autoComplete="username"
          // Nobody can sign in with the name of a deleted account.
          defaultValue={isDeleted ? '' : username}
          onInput={({ currentTarget }) => setUsername(currentTarget.value.trim())}
          onFocus={begun}
          required
          type="text"
        />
        {withPassword && (
          <>
            <PasswordField label="Password" name="password" autoComplete="current-password" onFocus={begun} />
            {config.recovery.length > 0 && (
              <p className="beside">
                <a href="#/forgot">Forgot your password?</a>
              </p>
            )}
          </>
        )}
        <label className="check">
          <input type="checkbox" checked={isKept} onChange={({ currentTarget }) => setKept(currentTarget.checked)} />
          <span>Keep me signed in on this device</span>
        </label>
        {withPassword && <Submit way="password">Sign in</Submit>}
        {beginsWithMessage(config) && captcha.field}
        <OtherWays config={config} />
      </Form>
      {config.federation && (
        <Suspense>
          <Providers persistence={isKept ? 'local' : 'session'} />
        </Suspense>
      )}
      {config.signUpModes.length > 0 && (
        <p className="foot">
          New here? <a href="#/sign-up">Create an account</a>
        </p>
      )}
      {config.signUpModes.includes('PASSWORD') && config.verifyBy === 'CODE' && (
        <p className="foot">
          Signed up already? <a href="#/confirm">Enter your code</a>
        </p>
      )}
      <OnLaptop link="Open the developer page">This API runs on a laptop, with an inbox and users to try.</OnLaptop>
    </Card>
  );
}

/** A link for the errors that users can resolve themselves. */
function Help({ error }: { error: ApiError }) {
  if (error.code === 'USER_NOT_CONFIRMED') {
    return (
      <p>
        <a href="#/confirm">Confirm your address</a>
      </p>
    );
  }
  if (error.code === 'PASSWORD_RESET_REQUIRED') {
    return (
      <p>
        <a href="#/reset">Choose a new password with the code that was sent to you</a>
      </p>
    );
  }
  return null;
}
