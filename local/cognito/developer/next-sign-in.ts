import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import { availableFactors, type FirstFactor } from '../sign-in/first-factors.ts';
import { secondFactorOf } from '../sign-in/second-factors.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/user-store.ts';
import { CognitoError } from '../wire/errors.ts';

/** What a user's next sign-in will meet, as far as it is known beforehand: triggers and a remembered device may change it. */
export interface NextSignIn {
  /** What it ends in, by the name of the exception; null when it ends in tokens. */
  readonly refusal: string | null;
  /** After the right password, in their order. */
  readonly challenges: readonly ChallengeNameType[];
  /** What it can begin with by USER_AUTH. */
  readonly firstFactors: readonly FirstFactor[];
}

/** For people to look at: what counts are the flows and the gates (gates.ts), which this has to agree with. */
export function nextSignIn(services: Services, pool: UserPool, user: User): NextSignIn {
  const refused = (refusal: string): NextSignIn => ({ refusal, challenges: [], firstFactors: [] });
  if (!user.enabled) return refused('NotAuthorizedException');
  if (user.status === 'UNCONFIRMED') return refused('UserNotConfirmedException');
  if (user.status === 'RESET_REQUIRED') return refused('PasswordResetRequiredException');
  const isTemporary = user.status === 'FORCE_CHANGE_PASSWORD';
  if (isTemporary && user.passwordExpiresAt !== null && user.passwordExpiresAt <= services.world.now()) {
    return refused('NotAuthorizedException');
  }
  const first: ChallengeNameType[] = isTemporary ? ['NEW_PASSWORD_REQUIRED'] : [];
  const firstFactors = availableFactors(services, pool, user);
  try {
    return { refusal: null, challenges: [...first, ...secondChallenge(services, pool, user)], firstFactors };
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error;
    return { refusal: error.name, challenges: first, firstFactors };
  }
}

function secondChallenge(services: Services, pool: UserPool, user: User): ChallengeNameType[] {
  const factor = secondFactorOf(services, pool, user);
  if (!factor) return [];
  if ('ask' in factor) return [factor.ask];
  return ['choose' in factor ? 'SELECT_MFA_TYPE' : 'MFA_SETUP'];
}
