import type { CaptchaAnswer } from '../../auth/sign-in.ts';
import { ForgotPasswordDocument } from '../../generated/sign-in.ts';
import { goTo } from '../../site/route.ts';
import { useRequest, useSettings } from '../../site/settings-context.ts';
import { useCaptcha } from '../../ui/captcha.tsx';
import { Field } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { inMyLanguage } from '../wording/locale.ts';
import { nameLabel } from '../wording/name-fields.ts';
import type { PersonProps } from './person.ts';

export function ForgotPage({ username, setUsername }: PersonProps) {
  const { config } = useSettings();
  const send = useSendReset();
  const captcha = useCaptcha();

  async function ask(name: string): Promise<void> {
    setUsername(name);
    await send(name, captcha.answer());
    goTo('reset');
  }

  return (
    <Card title="Forgot your password?">
      <p>We send you a code. With it you can choose a new password.</p>
      <Form label="Forgotten password" onSubmit={(fields) => ask(fields('username').trim())}>
        <Field
          label={nameLabel(config)}
          name="username"
          autoComplete="username"
          defaultValue={username}
          onInput={({ currentTarget }) => setUsername(currentTarget.value.trim())}
          required
        />
        {captcha.field}
        <Submit>Send the code</Submit>
      </Form>
      <p className="foot">
        <a href="#/reset">I already have a code</a>
      </p>
      <p className="foot">
        <a href="#/">Back to the sign-in</a>
      </p>
    </Card>
  );
}

/**
 * Sends the code for a new password. The answer is the same for every name, so that nobody learns who has an account.
 */
export function useSendReset(): (username: string, captcha: CaptchaAnswer) => Promise<unknown> {
  const request = useRequest();
  return (username, captcha) => request(ForgotPasswordDocument, { input: { username, ...captcha, ...inMyLanguage() } });
}
