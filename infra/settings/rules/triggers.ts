import { passwordless } from '../passwordless.ts';
import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

const customAuth = ['defineAuthChallenge', 'createAuthChallenge', 'verifyAuthChallengeResponse'] as const;

export function triggerRules({ triggers, signIn, signUp, messages }: Settings): Rule[] {
  const configured = customAuth.filter((name) => triggers[name] !== null);
  const absent = customAuth.filter((name) => triggers[name] === null);
  const custom = signIn.flows.includes('CUSTOM_AUTH');
  return [
    {
      path: ['signIn', 'flows'],
      message: `leave CUSTOM_AUTH out where triggers lacks ${absent.join(', ')}: the flow is made of them`,
      broken: custom && absent.length > 0,
    },
    ...customAuth.map((name) => ({
      path: ['triggers', name],
      message: 'be null where signIn.passwordless is set: that brings a trigger of its own',
      broken: signIn.passwordless !== null && triggers[name]?.entry !== passwordless(signIn.passwordless)[name]?.entry,
    })),
    ...configured.map((name) => ({
      path: ['triggers', name],
      message: 'be null where signIn.flows lacks CUSTOM_AUTH, the one flow that calls it',
      broken: !custom,
    })),
    {
      path: ['triggers', 'userMigration'],
      message: 'be null where signIn.flows lacks USER_PASSWORD_AUTH, the one flow that tells it the password',
      broken: triggers.userMigration !== null && !signIn.flows.includes('USER_PASSWORD_AUTH'),
    },
    {
      path: ['triggers', 'preSignUp'],
      message:
        'be null where signUp.emailDomains is set: both would be the same trigger; check the domain in yours, and leave emailDomains empty',
      broken: triggers.preSignUp !== null && signUp.emailDomains.length > 0,
    },
    {
      path: ['triggers', 'customSmsSender'],
      message: 'be null where messages.sms is: Cognito sends no text messages then',
      broken: triggers.customSmsSender !== null && messages.sms === null,
    },
  ];
}
