import { publicValue, serverValue } from '../../secrets/srp.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { refuseAnotherDevice, rememberedPassword } from '../factors/remembered-device.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';

export const DEVICE_SRP_AUTH: Rule<'DEVICE_SRP_AUTH'> = {
  show: ({ device }) => ({ DEVICE_KEY: device.key }),
  answer({ amr, device }, answers, { user }, services) {
    refuseAnotherDevice(device, answers);
    const A = publicValue(requiredAnswer(answers, 'SRP_A'));
    if (!A) throw invalidParameter('Invalid SRP_A.');
    const { salt, verifier } = rememberedPassword(services, user, device);
    const b = services.world.randomBytes(32);
    const [hexA, hexB, hexSalt] = [A, serverValue(verifier, b), salt].map((number) => Buffer.from(number).toString('hex'));
    return {
      ask: {
        step: {
          amr,
          device,
          at: 'DEVICE_PASSWORD_VERIFIER',
          salt: hexSalt ?? '',
          A: hexA ?? '',
          B: hexB ?? '',
          b: b.toString('hex'),
          secretBlock: services.world.randomBytes(256).toString('base64'),
        },
      },
    };
  },
};
