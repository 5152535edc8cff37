import { useState } from 'react';
import { AssociateSoftwareTokenDocument, VerifySoftwareTokenDocument } from '../../generated/sign-in.ts';
import { useRequest } from '../../site/settings-context.ts';
import { Field } from '../../ui/fields.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { AppSecret, type SoftwareToken } from './app-secret.tsx';
import { StartOver, type StepProps } from './step.tsx';

/** The pool requires a second factor, and the user has none yet. */
export function MfaSetup({ challenge, username, signIn }: StepProps<'MfaSetupChallenge'>) {
  const request = useRequest();
  const [token, setToken] = useState<SoftwareToken | null>(null);
  const has = (type: (typeof challenge.mfaTypes)[number]): boolean => challenge.mfaTypes.includes(type);

  async function begin(fields: (name: string) => string, way: string): Promise<void> {
    if (way === 'email') return signIn.go(username, (calls) => calls.answer(challenge, { email: fields('email').trim() }));
    const input = { session: challenge.session, accountName: username };
    const answer = await signIn.beside(request(AssociateSoftwareTokenDocument, { input }));
    setToken(answer?.associateSoftwareToken ?? null);
  }

  async function prove(code: string, friendlyDeviceName: string | null): Promise<void> {
    await signIn.go(username, async (calls) => {
      const input = { session: token?.session ?? null, code, friendlyDeviceName };
      const { session } = (await request(VerifySoftwareTokenDocument, { input })).verifySoftwareToken;
      return calls.answer(challenge, { session });
    });
  }

  if (token) {
    return (
      <Card title="Set up your app">
        <AppSecret token={token} onCode={prove} />
        <StartOver signIn={signIn} />
      </Card>
    );
  }
  return (
    <Card title="Add a second step">
      <p>This site requires a second step. Add one of these to continue.</p>
      {has('SOFTWARE_TOKEN_MFA') && (
        <Form label="Authenticator app" onSubmit={begin}>
          <Submit way="app">Set up an authenticator app</Submit>
        </Form>
      )}
      {has('EMAIL_OTP') && (
        <Form label="E-mail" onSubmit={begin}>
          <Field label="Or have codes sent to an e-mail address" name="email" type="email" autoComplete="email" required />
          <Submit way="email" look="secondary">
            Use e-mail
          </Submit>
        </Form>
      )}
      <StartOver signIn={signIn} />
    </Card>
  );
}
