import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import { availableFactors } from '../sign-in/factors/first-factors.ts';
import { nextDemand } from '../sign-in/gates/gates.ts';
import { refuseUnconfirmed } from '../sign-in/gates/refuse-unconfirmed.ts';
import type { Demand, FirstFactor } from '../sign-in/steps/outcome.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { refuseExternal } from '../users/external-user.ts';
import { CognitoError } from '../wire/errors.ts';

/**
 * What will happen at a user's next sign-in. Triggers and a remembered device, which are not known yet, may change it.
 */
export interface NextSignIn {
  /** The name of the exception that it ends with; null if it ends with tokens. */
  readonly refusal: string | null;
  /** The challenges after the right password, in order. */
  readonly challenges: readonly ChallengeNameType[];
  /** The factors that USER_AUTH can start with. */
  readonly firstFactors: readonly FirstFactor[];
}

/** For display. */
export function nextSignIn(services: Services, pool: UserPool, user: User): NextSignIn {
  const challenges: ChallengeNameType[] = [];
  const refusal = refusalOf(() => {
    refuseExternal(user, 'get auth details');
    refuseUnconfirmed(user);
    let expected = user;
    let demand = nextDemand(services, { pool, user }, afterPassword);
    while (demand) {
      challenges.push(challengeOf(demand));
      if (!('at' in demand)) return;
      expected = { ...expected, status: 'CONFIRMED', passwordExpiresAt: null };
      demand = nextDemand(services, { pool, user: expected }, afterPassword);
    }
  });
  // With a second factor proven, only the state of the account can cause a refusal.
  const isShut = refusalOf(() => {
    refuseUnconfirmed(user);
    nextDemand(services, { pool, user }, { amr: ['mfa'] });
  });
  return { refusal, challenges, firstFactors: isShut === null ? availableFactors(services, pool, user) : [] };
}

const afterPassword = { amr: ['pwd'] } as const;

/** The name of the exception that is thrown; null if none is. */
function refusalOf(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof CognitoError) return error.name;
    throw error;
  }
}

function challengeOf(demand: Demand): ChallengeNameType {
  if ('at' in demand) return demand.at;
  if ('ask' in demand) return demand.ask;
  return 'choose' in demand ? 'SELECT_MFA_TYPE' : 'MFA_SETUP';
}
