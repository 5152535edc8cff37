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
      message: `not contain CUSTOM_AUTH unless triggers has ${absent.join(', ')}, which implement this flow`,
      broken: custom && absent.length > 0 && signIn.passwordless === null,
    },
    ...customAuth.map((name) => ({
      path: ['triggers', name],
      message: 'be null if signIn.passwordless is set, which brings its own trigger',
      broken: signIn.passwordless !== null && triggers[name] !== null,
    })),
    ...configured.map((name) => ({
      path: ['triggers', name],
      message: 'be null unless signIn.flows contains CUSTOM_AUTH, the only flow that calls it',
      broken: !custom,
    })),
    {
      path: ['triggers', 'userMigration'],
      message: 'be null unless signIn.flows contains USER_PASSWORD_AUTH, the only flow that passes the password to it',
      broken: triggers.userMigration !== null && !signIn.flows.includes('USER_PASSWORD_AUTH'),
    },
    {
      path: ['triggers', 'preSignUp'],
      message:
        'be null if signUp.emailDomains is set: both would be the same trigger; check the domain in yours, and ' +
        'leave emailDomains empty',
      broken: triggers.preSignUp !== null && signUp.emailDomains.length > 0,
    },
    {
      path: ['triggers', 'customSmsSender'],
      message: 'be null if messages.sms is null: Cognito then sends no text messages',
      broken: triggers.customSmsSender !== null && messages.sms === null,
    },
  ];
}
