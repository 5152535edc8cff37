import type { Services } from '../../services.ts';
import type { MfaType } from '../../settings/mfa-types.ts';
import type { UserPool, UserPoolClient } from '../../store/pool-store.ts';
import { type Bearer, bearerOf } from '../../tokens/access-token.ts';
import { assurance } from '../../tokens/assurance.ts';
import { userNamed } from '../../users/accounts.ts';
import { CognitoError, invalidParameter, notAuthorized } from '../../wire/errors.ts';
import { optionalAnswer, requiredAnswer } from '../steps/answers.ts';
import type { FirstFactor, SecondFactor } from '../steps/outcome.ts';
import { type Answers, allProven, type Carried, type Level, type Situation, type StepUp } from '../steps/step.ts';
import { availableFactors } from './first-factors.ts';
import { usableFactors } from './second-factors.ts';

/** What TARGET_ACR_VALUES, ACCESS_TOKEN and MAX_AGE request. */
export interface Target {
  /** Best first. */
  readonly levels: readonly Level[];
  readonly bearer: Bearer | undefined;
  readonly maxAgeSeconds: number;
}

const levelOf: ReadonlyMap<string, Level> = new Map(
  ([1, 2, 3, 4] as const).map((level): [string, Level] => [`urn:cognito:loa:${level}`, level]),
);

/**
 * Undefined if no level is requested. Throws FeatureUnavailableInTierException on the plan Lite,
 * InvalidParameterException if none of the levels is known, and like `bearerOf` for an invalid token or another user's.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.step-up.parameters
 */
export async function targetOf(
  services: Services,
  { pool, client, parameters }: { pool: UserPool; client: UserPoolClient; parameters: Answers },
): Promise<Target | undefined> {
  const values = optionalAnswer(parameters, 'TARGET_ACR_VALUES');
  const accessToken = optionalAnswer(parameters, 'ACCESS_TOKEN');
  const maxAge = optionalAnswer(parameters, 'MAX_AGE');
  if (maxAge !== undefined && !/^[0-9]{1,9}$/.test(maxAge)) throw invalidParameter('MAX_AGE must be a number of seconds.');
  if (!values) {
    if (accessToken !== undefined) throw invalidParameter('ACCESS_TOKEN requires TARGET_ACR_VALUES.');
    return undefined;
  }
  if (pool.settings.UserPoolTier === 'LITE') {
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'Step-up authentication is not available in the LITE tier of this user pool.',
    );
  }
  const levels = values.split(' ').flatMap((value) => levelOf.get(value) ?? []);
  if (levels.length === 0) throw invalidParameter('TARGET_ACR_VALUES has no level of this user pool.');
  const bearer = accessToken === undefined ? undefined : await bearerOf(services, accessToken);
  const named = userNamed(services, pool, requiredAnswer(parameters, 'USERNAME'));
  if (bearer && (bearer.user.id !== named?.id || bearer.client.id !== client.id)) {
    throw notAuthorized('The access token was not issued for this user and this client.');
  }
  return { levels, bearer, maxAgeSeconds: maxAge === undefined ? Number.POSITIVE_INFINITY : Number(maxAge) };
}

/**
 * The first of the levels that the user can reach. If they can reach none, the sign-in is an ordinary one, so that
 * strangers do not learn what a user has. A caller with a token of the user gets InvalidParameterException.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.step-up.out-of-reach
 */
export function stepUpTo(
  services: Services,
  situation: Situation,
  { levels, bearer, maxAgeSeconds }: Target,
): StepUp | undefined {
  const level = levels.find((level) => factorsTo(services, situation, level).length > 0);
  if (level === undefined) {
    if (bearer) throw invalidParameter('The user has no factors for any of the requested levels.');
    return undefined;
  }
  const ageSeconds = bearer ? services.world.now() / 1000 - bearer.signIn.authTime : 0;
  const proven = bearer && ageSeconds <= maxAgeSeconds ? bearer.signIn.amr : [];
  return { level, credit: creditOf(level, proven) };
}

/**
 * Credit never covers a whole level, so an access token alone never gives new tokens: the user must always prove
 * something.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.step-up.credit
 */
function creditOf(level: Level, proven: readonly string[]): readonly string[] {
  if (level < 3) return [];
  if (proven.includes('pwd')) return ['pwd'];
  return level === 3 ? proven.filter((method) => method === 'sms' || method === 'email_otp') : [];
}

/** The first factors that a sign-in may begin with, on the way to its level if it has one. */
export function firstFactorsOf(services: Services, situation: Situation): FirstFactor[] {
  const { pool, user, stepUp } = situation;
  return stepUp ? factorsTo(services, situation, stepUp.level) : availableFactors(services, pool, user);
}

/** Whether the password was proven before and still counts, so that the sign-in continues after it. */
export function goesOnFromPassword(services: Services, situation: Situation): boolean {
  const { stepUp, user } = situation;
  // Users who must change their password prove it first.
  if (!stepUp?.credit.includes('pwd') || user.status !== 'CONFIRMED') return false;
  return secondFactorsTo(services, situation, stepUp.level).length > 0;
}

function factorsTo(services: Services, situation: Situation, level: Level): FirstFactor[] {
  const { pool, user } = situation;
  const leads: Record<Level, (factor: FirstFactor) => boolean> = {
    1: isPassword,
    2: (factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP',
    3: (factor) => factor === 'WEB_AUTHN' || (isPassword(factor) && secondFactorsTo(services, situation, 3).length > 0),
    4: (factor) => isPassword(factor) && secondFactorsTo(services, situation, 4).length > 0,
  };
  return availableFactors(services, pool, user).filter(leads[level]);
}

const isPassword = (factor: FirstFactor) => factor === 'PASSWORD' || factor === 'PASSWORD_SRP';

/** The second factors that lead to a level after a password. */
function secondFactorsTo(
  services: Pick<Services, 'mfa'>,
  { pool, user }: Pick<Situation, 'pool' | 'user'>,
  level: Level,
): MfaType[] {
  const leads: Record<Level, readonly MfaType[]> = { 1: [], 2: [], 3: ['SMS_MFA', 'EMAIL_OTP'], 4: ['SOFTWARE_TOKEN_MFA'] };
  return usableFactors(services, pool, user).filter((factor) => leads[level].includes(factor));
}

/** What is missing for the level of a sign-in. */
export function levelGate(
  person: Pick<Situation, 'pool' | 'user'>,
  carried: Carried,
  knowledge: Pick<Services, 'mfa'>,
): SecondFactor | undefined {
  const { stepUp } = carried;
  if (!stepUp || assurance(allProven(carried)) >= stepUp.level) return undefined;
  const [only, ...others] = secondFactorsTo(knowledge, person, stepUp.level);
  // A factor that led to the level may have been removed since; the tokens then say which level was reached.
  if (!only) return undefined;
  return others.length === 0 ? { ask: only } : { choose: [only, ...others] };
}
