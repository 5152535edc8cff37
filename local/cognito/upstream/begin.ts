import type { BeginAtProvider } from '../oauth/authorize.ts';
import { redirectTo, redirectWithError } from '../oauth/protocol/refusals.ts';
import { beginAtIssuer } from './issuer/issuer.ts';
import { refusalOf } from './issuer/refusals.ts';
import { keepPending, newSecret } from './pending/pending.ts';
import { whyStandIn } from './stand-in/why.ts';

/**
 * Sends the user to a provider: to its issuer if it has one that this machine can speak to, otherwise to the stand-in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
export const beginAtProvider: BeginAtProvider = async (services, http, request, provider) => {
  const state = newSecret(services);
  const pending = { poolId: provider.poolId, provider: provider.name, query: request.query };
  if (whyStandIn(provider) !== undefined) {
    const at = { place: 'stand-in', csrf: newSecret(services) } as const;
    const cookie = keepPending(services, http, state, { ...pending, at });
    return redirectTo(`/stand-in?${new URLSearchParams({ state })}`, { 'set-cookie': cookie });
  }
  try {
    const { url, at } = await beginAtIssuer(services, provider, request, state);
    const cookie = keepPending(services, http, state, { ...pending, at });
    return redirectTo(url.href, { 'set-cookie': cookie });
  } catch (error) {
    const refusal = refusalOf(error, provider, 'begin');
    return redirectWithError(request, refusal.error, refusal.description);
  }
};
