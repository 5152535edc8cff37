import { useQuery } from '@apollo/client/react';
import { Suspense, useCallback, useMemo, useSyncExternalStore } from 'react';
import { useAuth } from '../../auth/react.ts';
import { request } from '../../auth/request.ts';
import type { Tokens } from '../../auth/session.ts';
import type { Pending, StepUp } from '../../auth/step-up.ts';
import { useSignIn } from '../../auth/use-sign-in.ts';
import { MeDocument } from '../../generated/account.ts';
import { LoginDocument, type LoginInput } from '../../generated/sign-in.ts';
import { later } from '../../site/later.tsx';
import { type Config, useSettings } from '../../site/settings-context.ts';
import { useCaptcha } from '../../ui/captcha.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HiddenUsername, PasswordField } from '../../ui/fields.tsx';
import { type Fields, Form, Submit } from '../../ui/form.tsx';
import { Card } from '../../ui/screen.tsx';
import { NextStep } from '../challenges/steps.tsx';
import { begin, beginsWithMessage, OtherWays, takesPassword } from '../sign-in/ways.tsx';
import { retold } from '../wording/refusals.ts';

const ProveElsewhere = later(async () => (await import('./prove-elsewhere.tsx')).ProveElsewhere);

/** Asks users to prove who they are before a dangerous operation continues. */
export function StepUpDialog({ stepUp }: { stepUp: StepUp }) {
  const pending = useSyncExternalStore(stepUp.subscribe, stepUp.pending);
  return pending && <Proof pending={pending} />;
}

const wrong = { message: 'Incorrect password.', field: 'password' };

const levels = ['urn:cognito:loa:1', 'urn:cognito:loa:2', 'urn:cognito:loa:3', 'urn:cognito:loa:4'];

/** A level and those above it, since not every user can reach each level. */
function atLeast(acr: string): string[] {
  return levels.includes(acr) ? levels.slice(levels.indexOf(acr)) : [acr];
}

/** Only one flow supports levels. In the others, a remembered device could replace the second step. */
function forLevel(config: Config, acr: string | null): Config {
  return acr !== null && config.flows.includes('USER_AUTH') ? { ...config, flows: ['USER_AUTH'] } : config;
}

function Proof({ pending }: { pending: Pending }) {
  const site = useSettings();
  const { auth, user } = useAuth();
  const { endpoint } = site;
  const { demand, done, cancel } = pending;
  const username = user?.username ?? '';

  const login = useCallback(
    async (asked: LoginInput) => {
      // The access token gives credit for the factors that were already proved.
      const acr = asked.flow === 'USER_AUTH' ? demand.acr : null;
      const level = acr !== null && { acrValues: atLeast(acr), maxAgeSeconds: demand.maxAgeSeconds };
      const token = acr === null ? undefined : await auth.accessToken();
      return (await request(endpoint, LoginDocument, { input: { ...asked, ...level } }, token)).login;
    },
    [auth, endpoint, demand],
  );
  const finish = useCallback(
    async (tokens: Tokens) => {
      await auth.renewProof(tokens);
      done();
    },
    [auth, done],
  );
  const config = useMemo(() => forLevel(site.config, demand.acr), [site.config, demand.acr]);
  const signIn = useSignIn({ ...site, config, login, finish });
  const { at } = signIn.walk;
  const captcha = useCaptcha();
  // As far as the page has read it; if it has not, a way that is of no use leads to a choice of the others. But whoever
  // can only sign in at a provider would find no way at all.
  const { data } = useQuery(MeDocument, { fetchPolicy: site.config.federation ? 'cache-first' : 'cache-only' });
  const hasSecondStep = (data?.me.mfa.enabled.length ?? 0) > 0;
  const identities = data?.me.identities ?? [];
  const isOwn = !identities.some(({ isPrimary }) => isPrimary);

  async function submit(fields: Fields, way: string): Promise<void> {
    await begin(signIn, username, way, { password: fields('password'), captcha: captcha.answer }).catch((refusal) => {
      throw retold(refusal, ({ code }) => (code === 'INVALID_CREDENTIALS' ? wrong : undefined));
    });
  }

  return (
    <Dialog onClose={cancel}>
      {at === 'challenge' || at === 'unknown' ? (
        <NextStep signIn={signIn} />
      ) : (
        <Card title="Confirm that it is you">
          <p>What you are about to do could lock somebody out of an account, so we ask once more.</p>
          {isOwn && (
            <Form label="Confirm that it is you" onSubmit={submit} takesFocus>
              <HiddenUsername value={username} />
              {takesPassword(site.config) && (
                <>
                  <PasswordField label="Your password" name="password" autoComplete="current-password" />
                  <Submit way="password">Confirm</Submit>
                </>
              )}
              {beginsWithMessage(site.config, hasSecondStep) && captcha.field}
              <OtherWays config={site.config} hasSecondStep={hasSecondStep} />
            </Form>
          )}
          {identities.length > 0 && (
            <Suspense>
              <ProveElsewhere identities={identities} />
            </Suspense>
          )}
        </Card>
      )}
    </Dialog>
  );
}
