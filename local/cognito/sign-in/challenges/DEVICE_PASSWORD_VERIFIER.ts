import { timingSafeEqual } from 'node:crypto';
import { deviceOf } from '../../devices/devices.ts';
import { prove } from '../../secrets/passwords.ts';
import { claimSignature, sessionKey } from '../../secrets/srp.ts';
import { isCurrentTimestamp } from '../../secrets/srp-timestamp.ts';
import { incorrectCredentials } from '../../wire/errors.ts';
import { refuseAnotherDevice, rememberedPassword } from '../factors/remembered-device.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';

export const DEVICE_PASSWORD_VERIFIER: Rule<'DEVICE_PASSWORD_VERIFIER'> = {
  show: ({ device, salt, B, secretBlock }, { user }) => ({
    SALT: salt,
    SRP_B: B,
    SECRET_BLOCK: secretBlock,
    DEVICE_KEY: device.key,
    USERNAME: user.username,
  }),
  answer({ amr, device, secretBlock, ...exchange }, answers, { user }, services) {
    const timestamp = requiredAnswer(answers, 'TIMESTAMP');
    const claim = Buffer.from(requiredAnswer(answers, 'PASSWORD_CLAIM_SIGNATURE'), 'base64');
    const sentBlock = requiredAnswer(answers, 'PASSWORD_CLAIM_SECRET_BLOCK');
    refuseAnotherDevice(device, answers);
    if (sentBlock !== secretBlock || !isCurrentTimestamp(timestamp, services.world)) throw incorrectCredentials();
    const { verifier } = rememberedPassword(services, user, device);
    const { groupKey } = deviceOf(services, user, device.key);
    prove(services, user, () => {
      const key = sessionKey({ verifier, A: bytes(exchange.A), B: bytes(exchange.B), b: bytes(exchange.b) });
      if (!key) return false;
      const expected = claimSignature(key, groupKey, device.key, Buffer.from(secretBlock, 'base64'), timestamp);
      return claim.length === expected.length && timingSafeEqual(claim, expected);
    });
    return { proven: { amr, device: { ...device, proven: true } } };
  },
};

function bytes(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
