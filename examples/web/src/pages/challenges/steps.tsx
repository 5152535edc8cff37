import type { ReactNode } from 'react';
import type { Challenge } from '../../auth/sign-in.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import type { Asked } from '../../auth/walk.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useCaptcha } from '../../ui/captcha.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { Field, HiddenUsername, PasswordField } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { LocalInbox } from '../../ui/on-laptop.tsx';
import { NewPassword } from '../../ui/password/new-password.tsx';
import { Resend } from '../../ui/resend.tsx';
import { Card } from '../../ui/screen.tsx';
import { attributeLabel } from '../wording/attributes.ts';
import { wrongCredentials } from '../wording/name-fields.ts';
import { retold } from '../wording/refusals.ts';
import { ChooseFactor, ChooseSecondFactor } from './choices.tsx';
import { MfaSetup } from './mfa-setup.tsx';
import { Passkey } from './passkey-step.tsx';
import { LostSecondStep, StartOver, type StepProps } from './step.tsx';

type Steps = { readonly [Name in Asked['__typename']]: (props: StepProps<Name>) => ReactNode };

/** A screen for each challenge. A new challenge in the schema does not compile until it has one. */
const screens: Steps = {
  NewPasswordRequiredChallenge: ChoosePassword,
  SmsMfaChallenge: (props) => <SentCode {...props} title="Enter the code we texted" digits={6} />,
  SmsOtpChallenge: (props) => <SentCode {...props} title="Enter the code we texted" />,
  EmailOtpChallenge: (props) => <SentCode {...props} title="Enter the code we e-mailed" />,
  SoftwareTokenMfaChallenge: AppCode,
  SelectMfaTypeChallenge: ChooseSecondFactor,
  MfaSetupChallenge: MfaSetup,
  SelectChallenge: ChooseFactor,
  PasswordChallenge: Password,
  PasswordSrpChallenge: Password,
  WebAuthnChallenge: Passkey,
  CustomChallenge: Question,
};

// Each row takes the challenge that it is looked up by.
const steps = screens as { readonly [Name in Asked['__typename']]: (props: StepProps) => ReactNode };

/** The screen of the current challenge of a sign-in. */
export function NextStep({ signIn }: { signIn: UseSignIn }) {
  const { walk, restart } = signIn;
  if (walk.at === 'unknown') return <UnknownStep name={walk.name} onRestart={() => restart()} />;
  if (walk.at !== 'challenge') return null;
  const Step = steps[walk.challenge.__typename];
  // A new challenge is a new screen with nothing typed, even when it is of the same kind.
  return <Step key={walk.challenge.session} challenge={walk.challenge} username={walk.username} signIn={signIn} />;
}

type SentCodeProps = StepProps<'SmsMfaChallenge' | 'SmsOtpChallenge' | 'EmailOtpChallenge'> & {
  readonly title: string;
  readonly digits?: number;
};

function SentCode({ challenge, username, signIn, title, digits }: SentCodeProps) {
  const { again } = signIn;
  const captcha = useCaptcha();
  return (
    <Card title={title}>
      <p>
        {challenge.destination ? (
          <>
            It went to <strong>{challenge.destination}</strong> and is good for a few minutes.
          </>
        ) : (
          'It is good for a few minutes.'
        )}
      </p>
      <CodeForm challenge={challenge} username={username} signIn={signIn} sentTo={username} {...(digits && { digits })}>
        {again && <Resend captcha={captcha.field} send={() => again(captcha.answer())} />}
      </CodeForm>
      {/* Otherwise the code is what they asked for. */}
      {!signIn.asked && challenge.__typename !== 'SmsOtpChallenge' && <LostSecondStep />}
      <StartOver signIn={signIn} />
    </Card>
  );
}

function AppCode({ challenge, username, signIn }: StepProps<'SoftwareTokenMfaChallenge'>) {
  const app = challenge.friendlyDeviceName;
  return (
    <Card title="Enter the code of your app">
      <p>Your authenticator app{app && ` on “${app}”`} shows six digits.</p>
      <CodeForm challenge={challenge} username={username} signIn={signIn} digits={6} />
      <LostSecondStep />
      <StartOver signIn={signIn} />
    </Card>
  );
}

interface CodeFormProps {
  readonly challenge: Challenge;
  readonly username: string;
  readonly signIn: UseSignIn;
  readonly digits?: number;
  readonly sentTo?: string;
  readonly children?: ReactNode;
}

function CodeForm({ challenge, username, signIn, children, ...field }: CodeFormProps) {
  return (
    <Form label="Code" onSubmit={(fields) => signIn.go(username, (calls) => calls.answer(challenge, { code: fields('code') }))}>
      <CodeField {...field}>{children}</CodeField>
      <Submit>Continue</Submit>
    </Form>
  );
}

function ChoosePassword({ challenge, username, signIn }: StepProps<'NewPasswordRequiredChallenge'>) {
  const { config } = useSettings();
  const { requiredAttributes } = challenge;
  return (
    <Card title="Choose a password">
      <p>The password that you just used was only for the first sign-in.</p>
      <Form
        label="New password"
        onSubmit={(fields) =>
          signIn.go(username, (calls) =>
            calls.answer(challenge, {
              newPassword: fields('newPassword'),
              attributes: requiredAttributes.map((name) => ({ name, value: fields(name) })),
            }),
          )
        }
      >
        <HiddenUsername value={username} />
        <NewPassword policy={config.passwordPolicy} label="New password" name="newPassword" />
        {requiredAttributes.map((name) => (
          <Field key={name} label={attributeLabel(name)} name={name} required />
        ))}
        <Submit>Save and sign in</Submit>
      </Form>
      <StartOver signIn={signIn} />
    </Card>
  );
}

function Password({ challenge, username, signIn }: StepProps<'PasswordChallenge'> | StepProps<'PasswordSrpChallenge'>) {
  const { config } = useSettings();
  const wrong = { message: wrongCredentials(config) };
  return (
    <Card title="Enter your password">
      <p>
        For <strong>{username}</strong>
      </p>
      <Form
        label="Password"
        onSubmit={(fields) =>
          signIn
            .go(username, (calls) => calls.answerPassword(challenge, fields('password')))
            .catch((refusal) => {
              throw retold(refusal, ({ code }) => (code === 'INVALID_CREDENTIALS' ? wrong : undefined));
            })
        }
      >
        <HiddenUsername value={username} />
        <PasswordField label="Password" name="password" autoComplete="current-password" required />
        <Submit>Sign in</Submit>
      </Form>
      <StartOver signIn={signIn} />
    </Card>
  );
}

/** A question of the deployment's own triggers. What they send is shown as it is. */
function Question({ challenge, username, signIn }: StepProps<'CustomChallenge'>) {
  const parameters = Object.entries<unknown>(JSON.parse(challenge.parameters));
  return (
    <Card title="Answer the question">
      {parameters.length > 0 && (
        <dl>
          {parameters.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Form
        label="Answer"
        onSubmit={(fields) => signIn.go(username, (calls) => calls.answer(challenge, { answer: fields('answer') }))}
      >
        <Field label="Your answer" name="answer" autoComplete="one-time-code" required />
        <Submit>Continue</Submit>
      </Form>
      <LocalInbox />
      <StartOver signIn={signIn} />
    </Card>
  );
}

/** Names a step that this page cannot show, for example because the server is newer than the page. */
function UnknownStep({ name, onRestart }: { name: string; onRestart: () => void }) {
  return (
    <Card title="This page cannot continue">
      <p role="alert">
        The next step of this sign-in is <code>{name}</code>, and this page does not know how to show it.
      </p>
      <p>Try another way, or contact the people who run this site.</p>
      <button type="button" className="primary" onClick={onRestart}>
        Sign in another way
      </button>
    </Card>
  );
}
