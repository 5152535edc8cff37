import type { Services } from '../services.ts';
import { type Demand, nextDemand } from './gates/gates.ts';
import { askSecondFactor } from './steps/ask-second-factor.ts';
import type { Ask, Carried, Situation } from './steps/step.ts';

export type Next = { readonly ask: Ask } | { readonly signedIn: Carried };

/** What follows once `carried` is proven. Throws where Cognito refuses to go on. */
export async function next(situation: Situation, carried: Carried, services: Services): Promise<Next> {
  const demand = nextDemand(services, situation, carried);
  return demand === undefined ? { signedIn: carried } : { ask: await askFor(demand, situation, carried, services) };
}

async function askFor(demand: Demand, situation: Situation, carried: Carried, services: Services): Promise<Ask> {
  if ('at' in demand) return { step: { ...carried, ...demand } };
  if ('ask' in demand) return askSecondFactor(services, situation, carried, demand.ask);
  if ('choose' in demand) return { step: { ...carried, at: 'SELECT_MFA_TYPE', choices: demand.choose } };
  return { step: { ...carried, at: 'MFA_SETUP', canSetUp: demand.setUp } };
}
