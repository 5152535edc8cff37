import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import {
  AssociateSoftwareTokenDocument,
  type MfaType,
  SetUserMfaPreferenceDocument,
  type SetUserMfaPreferenceInput,
  VerifySoftwareTokenDocument,
} from '../../generated/account.ts';
import { useSettings } from '../../site/settings-context.ts';
import { useAnnouncer } from '../../ui/announcer.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { AppSecret, type SoftwareToken } from '../challenges/app-secret.tsx';
import { mfaNames } from '../challenges/choices.tsx';
import { inWords, passwordlessWays } from '../wording/passwordless.ts';
import { retold } from '../wording/refusals.ts';
import type { Me } from './card/me.ts';
import { refetching } from './card/refetching.ts';

const inputs = { SOFTWARE_TOKEN_MFA: 'softwareToken', SMS_MFA: 'sms', EMAIL_OTP: 'email' } as const satisfies {
  readonly [M in MfaType]: keyof SetUserMfaPreferenceInput;
};

/** The second factors: an app to set up, and which factor is asked for first. */
export function SecondSteps({ me }: { me: Me }) {
  const { config } = useSettings();
  const client = useApolloClient();
  const { announce } = useAnnouncer();
  const [token, setToken] = useState<SoftwareToken | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  /** After a change, the element that had the focus is gone. */
  function done(): void {
    setToken(null);
    heading.current?.focus();
  }

  async function prefer(input: SetUserMfaPreferenceInput, text: string): Promise<void> {
    await client.mutate({ mutation: SetUserMfaPreferenceDocument, variables: { input } }).catch((refusal) => {
      throw retold(refusal, ({ code }) =>
        code === 'MFA_NOT_SET_UP' ? { message: 'Your account lacks what this second step needs.' } : undefined,
      );
    });
    const { refetchQueries: include, onQueryUpdated } = refetching('Me');
    await client.refetchQueries({ include, onQueryUpdated });
    announce(text);
    done();
  }

  async function enrol(): Promise<void> {
    const variables = { input: { accountName: me.email ?? me.username } };
    const { data } = await client.mutate({ mutation: AssociateSoftwareTokenDocument, variables });
    setToken(data?.associateSoftwareToken ?? null);
  }

  async function prove(code: string, friendlyDeviceName: string | null): Promise<void> {
    await client.mutate({ mutation: VerifySoftwareTokenDocument, variables: { input: { code, friendlyDeviceName } } });
    await prefer({ softwareToken: { enabled: true, preferred: true } }, 'Your authenticator app is set up.');
  }

  async function change(type: MfaType, way: string): Promise<void> {
    const preference =
      way === 'prefer'
        ? { enabled: true, preferred: true }
        : { enabled: way === 'on', ...(way === 'off' && { preferred: false }) };
    await prefer({ [inputs[type]]: preference }, 'Your choice is saved.');
  }

  function explained(): string {
    if (isRequired) return 'This site asks for a second step after your password.';
    if (me.mfa.enabled.length > 0) return `You sign in with your password and this step${lost && `, not with ${lost}`}.`;
    const price = lost && ` While one is switched on, you cannot sign in with ${lost}.`;
    return `Your password is enough to sign in. A second step makes it safer.${price}`;
  }

  const has = (type: MfaType): boolean => me.mfa.enabled.includes(type);
  const isRequired = config.mfaMode === 'ON';
  // If the pool requires a second step, Cognito refuses to remove the last one.
  const canSwitchOff = !isRequired || me.mfa.enabled.length > 1;
  const lost = isRequired ? '' : inWords(passwordlessWays(config));
  const others = config.mfaTypes.filter((type) => type !== 'SOFTWARE_TOKEN_MFA' && !has(type));
  return (
    <section aria-labelledby="second-steps">
      <h2 id="second-steps" ref={heading} tabIndex={-1}>
        Second step
      </h2>
      {!token && <p>{explained()}</p>}
      {!token &&
        me.mfa.enabled.map((type) => (
          <Form key={type} onSubmit={(_, way) => change(type, way)}>
            <div className="row">
              <span>
                {mfaNames[type]} {me.mfa.preferred === type && <span className="badge">asked first</span>}
              </span>
              {me.mfa.preferred !== type && (
                <Submit way="prefer" look="secondary">
                  Ask for it first<span className="visually-hidden"> {mfaNames[type]}</span>
                </Submit>
              )}
              {canSwitchOff && (
                <Submit way="off" look="secondary">
                  Switch off<span className="visually-hidden"> {mfaNames[type]}</span>
                </Submit>
              )}
            </div>
          </Form>
        ))}
      {token ? (
        <>
          <AppSecret token={token} onCode={prove} />
          <button type="button" className="link" onClick={done}>
            Not now
          </button>
        </>
      ) : (
        config.mfaTypes.includes('SOFTWARE_TOKEN_MFA') && (
          <Form onSubmit={enrol}>
            <Submit look={has('SOFTWARE_TOKEN_MFA') ? 'secondary' : 'primary'}>
              {has('SOFTWARE_TOKEN_MFA') ? 'Move to another app' : 'Set up an authenticator app'}
            </Submit>
          </Form>
        )
      )}
      {!token &&
        others.map((type) => (
          <Form key={type} onSubmit={(_, way) => change(type, way)}>
            <Submit way="on" look="secondary">
              Switch on: {mfaNames[type]}
            </Submit>
          </Form>
        ))}
    </section>
  );
}
