import { timingSafeEqual } from 'node:crypto';
import { poolName, prove, verifierFor } from '../../secrets/passwords.ts';
import { sealBlock } from '../../secrets/secret-block.ts';
import { claimSignature, publicValue, serverValue, sessionKey } from '../../secrets/srp.ts';
import { isCurrentTimestamp } from '../../secrets/srp-timestamp.ts';
import type { Services } from '../../services.ts';
import { incorrectCredentials, invalidParameter } from '../../wire/errors.ts';
import { nextDemand } from '../gates/gates.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Ask, Rule } from '../steps/outcome.ts';
import type { Carried, PasswordVerifier, Situation } from '../steps/step.ts';
import { customOutcome } from './CUSTOM_CHALLENGE.ts';

/**
 * Begins an SRP exchange with the client's SRP_A. Throws InvalidParameterException for a value that no client computes.
 */
export function askPasswordVerifier(
  services: Services,
  situation: Situation,
  carried: Carried & Pick<PasswordVerifier, 'customRounds'>,
  srpA: string,
): Ask {
  const { pool, client, user, stepUp } = situation;
  const A = publicValue(srpA);
  if (!A) throw invalidParameter('Invalid SRP_A.');
  const { salt, verifier } = verifierFor(pool, user);
  const b = services.world.randomBytes(32);
  const step = {
    ...carried,
    // The answer only brings back the block, so the block must contain this.
    ...(stepUp && { stepUp }),
    at: 'PASSWORD_VERIFIER',
    salt: hex(salt),
    A: hex(A),
    B: hex(serverValue(verifier, b)),
    b: hex(b),
  } as const;
  return { step: { ...step, secretBlock: sealBlock(services, client, user, step) } };
}

export const PASSWORD_VERIFIER: Rule<'PASSWORD_VERIFIER'> = {
  show: ({ salt, B, secretBlock = '' }, { user }) => ({
    SALT: salt,
    SRP_B: B,
    SECRET_BLOCK: secretBlock,
    USERNAME: user.username,
    USER_ID_FOR_SRP: user.username,
  }),
  async answer(step, answers, situation, services) {
    const { pool, user } = situation;
    const timestamp = requiredAnswer(answers, 'TIMESTAMP');
    const claim = Buffer.from(requiredAnswer(answers, 'PASSWORD_CLAIM_SIGNATURE'), 'base64');
    const secretBlock = Buffer.from(requiredAnswer(answers, 'PASSWORD_CLAIM_SECRET_BLOCK'), 'base64');
    if (!isCurrentTimestamp(timestamp, services.world)) throw incorrectCredentials();
    prove(services, user, () => {
      const { verifier } = verifierFor(pool, user);
      const key = sessionKey({ verifier, A: bytes(step.A), B: bytes(step.B), b: bytes(step.b) });
      if (!key) return false;
      const expected = claimSignature(key, poolName(pool), user.username, secretBlock, timestamp);
      return claim.length === expected.length && timingSafeEqual(claim, expected);
    });
    const proven = { amr: [...step.amr, 'pwd'] };
    if (!step.customRounds) return { proven };
    // Cognito asks for a second factor itself, and then never returns to DefineAuthChallenge.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.custom.mfa-after-srp
    const demanded = nextDemand(services, situation, proven);
    if (demanded) return { demanded, carried: proven };
    return customOutcome(services, situation, proven, [
      ...step.customRounds,
      { challengeName: 'PASSWORD_VERIFIER', challengeResult: true },
    ]);
  },
};

function hex(integer: Uint8Array): string {
  return Buffer.from(integer).toString('hex');
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
