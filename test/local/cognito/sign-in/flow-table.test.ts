import type { UserPoolMfaType } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { allFactors, allFlows, finish, type Person, setMfa } from '../../../support/cognito/mfa-pool.ts';
import { refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { createTriggerPool } from '../../../support/cognito/trigger-pool.ts';
import { afterPassword, type EnrolmentName, enrol, enrolmentNames, enrolments } from './enrolments.ts';
import { firstFactors, flows, triggers } from './every-flow.ts';

// Every flow, times every MFA setting of the pool, times every way a user may be enrolled: the challenges on the way to tokens, and what
// the tokens then say was proven.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

const pool = {
  ...allFactors,
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] } },
  WebAuthnRelyingPartyID: 'example.com',
};

const client = { ExplicitAuthFlows: [...allFlows.ExplicitAuthFlows, 'ALLOW_CUSTOM_AUTH'] };

/** The choices of somebody whose factors are nothing but these; with MFA in force a password is the only one. */
function choices(mfa: UserPoolMfaType, name: EnrolmentName, hasPasskey: boolean): string[] {
  const { attributes } = enrolments[name];
  const isStrict = mfa === 'ON' || afterPassword[mfa][name].length > 0;
  return [
    'PASSWORD_SRP',
    'PASSWORD',
    ...('email' in attributes && !isStrict ? ['EMAIL_OTP'] : []),
    ...('phone_number' in attributes && !isStrict ? ['SMS_OTP'] : []),
    ...(hasPasskey && !isStrict ? ['WEB_AUTHN'] : []),
  ];
}

const choosable: readonly string[] = ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];

/** What the tokens say of each challenge that was passed. */
const amrOf: Record<string, readonly string[]> = {
  SOFTWARE_TOKEN_MFA: ['mfa', 'otp'],
  MFA_SETUP: ['mfa', 'otp'],
  SMS_MFA: ['mfa', 'sms'],
  EMAIL_OTP: ['mfa', 'email_otp'],
};

const mfas = ['OFF', 'OPTIONAL', 'ON'] as const;
const flowNames = Object.keys(flows);
const walked = new Set<string>();

for (const mfa of mfas)
  describe(`with MFA ${mfa}`, { tags: mfa === 'OPTIONAL' ? [] : ['exhaustive'] }, () => {
    let world: TestPool;
    const people = new Map<string, Person>();

    beforeAll(async () => {
      world = createTriggerPool(triggers, pool, client);
      for (const flow of flowNames) {
        for (const name of enrolmentNames) {
          const hasPasskey = flows[flow]?.factor === 'WEB_AUTHN';
          people.set(`${flow}/${name}`, await enrol(world, `user${people.size}`, name, people.size, hasPasskey));
        }
      }
      await setMfa(world, mfa);
    });

    describe.each(flowNames)('%s', (flowName) => {
      test.each(enrolmentNames)('a user with %s', async (name) => {
        const person = people.get(`${flowName}/${name}`);
        const flow = flows[flowName];
        if (!person || !flow) throw new Error('No such cell.');
        const available = choices(mfa, name, person.passkey !== undefined);
        const first = await flow.begin(world, person);
        if (flowName.startsWith('USER_AUTH') && first.ChallengeName) expect(first.AvailableChallenges).toEqual(available);
        const { trail, result } = await finish(world, first, person);
        // What is preferred and not available is chosen anew, and a password chosen instead.
        const isInstead = choosable.includes(flow.factor) && !available.includes(flow.factor);
        const factor = isInstead ? 'PASSWORD' : flow.factor;
        const then = factor === 'PASSWORD' ? afterPassword[mfa][name] : [];
        expect(trail).toEqual([...(isInstead ? ['SELECT_CHALLENGE', 'PASSWORD'] : flow.first), ...then]);
        const { amr, loa } = firstFactors[factor];
        const second = amrOf[then.at(-1) ?? ''] ?? [];
        const acr = `urn:cognito:loa:${second.includes('otp') ? 4 : second.length > 0 ? 3 : loa}`;
        for (const token of [result?.AccessToken, result?.IdToken]) {
          expect(decodeJwt(token ?? '')).toMatchObject({ amr: [...amr, ...second], acr });
        }
        walked.add(`${mfa}/${flowName}/${name}`);
      });
    });
  });

test('every cell of the table was walked', { tags: ['exhaustive'] }, () => {
  const cells = mfas.flatMap((mfa) => flowNames.flatMap((flow) => enrolmentNames.map((name) => `${mfa}/${flow}/${name}`)));
  expect(cells).toHaveLength(3 * 12 * 11);
  expect(cells.filter((cell) => !walked.has(cell))).toEqual([]);
});

test('a flow that the client has off is refused by name, for every user', async () => {
  const world = createTriggerPool(triggers, pool, { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] });
  await world.confirmedUser('ada');
  for (const [name, { begin }] of Object.entries(flows)) {
    if (name === 'ADMIN_USER_PASSWORD_AUTH') continue;
    const { name: exception, message } = await refusal(begin(world, { username: 'ada' }));
    expect([exception, message]).toEqual([
      'InvalidParameterException',
      expect.stringMatching(/not enabled for (the|this) client/),
    ]);
  }
});
