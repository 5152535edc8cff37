import { useEffect, useRef } from 'react';
import { usePasskey as signWithPasskey } from '../../auth/passkey.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { StartOver, type StepProps } from './step.tsx';

/** Opens the browser's dialog at once, since the user has chosen a passkey. If they close it, there is a button. */
export function Passkey({ challenge, username, signIn }: StepProps<'WebAuthnChallenge'>) {
  const asking = useRef<HTMLDivElement>(null);
  useEffect(() => {
    asking.current?.querySelector('form')?.requestSubmit();
  }, []);
  return (
    <Card title="Use your passkey">
      <p>Your device asks for your fingerprint, face or PIN.</p>
      <div ref={asking}>
        <Form
          label="Passkey"
          onSubmit={() =>
            signIn.go(username, async (calls) => {
              const credential = await signWithPasskey(challenge.credentialRequestOptions);
              return calls.answer(challenge, { credential });
            })
          }
        >
          <Submit>Ask again</Submit>
        </Form>
      </div>
      <StartOver signIn={signIn} />
    </Card>
  );
}
