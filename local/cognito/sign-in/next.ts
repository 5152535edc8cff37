import type { Services } from '../services.ts';
import { beginFirstFactor } from './begin-first-factor.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { nextDemand } from './gates/gates.ts';
import type { Ask, Demand, Outcome, Settled } from './steps/outcome.ts';
import type { Carried, Situation } from './steps/step.ts';

export type Next = { readonly ask: Ask } | { readonly signedIn: Carried };

/** Begins what an outcome only names: a chosen first factor, or a further demand. */
export async function settle(services: Services, situation: Situation, outcome: Outcome): Promise<Settled> {
  if ('chosen' in outcome) return beginFirstFactor(services, situation, outcome.chosen, outcome.inputs);
  if ('demanded' in outcome) return { ask: await askFor(outcome.demanded, situation, outcome.carried, services) };
  return outcome;
}

/** What follows once `carried` is proven. Throws if Cognito refuses to continue. */
export async function next(situation: Situation, carried: Carried, services: Services): Promise<Next> {
  const demand = nextDemand(services, situation, carried);
  return demand === undefined ? { signedIn: carried } : { ask: await askFor(demand, situation, carried, services) };
}

async function askFor(demand: Demand, situation: Situation, carried: Carried, services: Services): Promise<Ask> {
  if ('at' in demand) return { step: { ...carried, ...demand } };
  if ('ask' in demand) return beginSecondFactor(services, situation, carried, demand.ask);
  if ('choose' in demand) return { step: { ...carried, at: 'SELECT_MFA_TYPE', choices: demand.choose } };
  return { step: { ...carried, at: 'MFA_SETUP', canSetUp: demand.setUp } };
}
