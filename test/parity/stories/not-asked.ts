/** Unconfirmed facts about Cognito that no story asks, and why. */
export const notAsked: Readonly<Record<string, string>> = {
  ...because('It would take a flood of calls, which AWS forbids without an arrangement.', ['cognito.limits.throttling']),
  ...because('It is about CloudFormation, which the probe does not use.', ['cognito.pool.issuer']),
  ...because('It takes an SNS role of the account, and text messages that cost money.', [
    'cognito.codes.sms-otp-length',
    'cognito.mfa.options',
    'cognito.pool.phone-factor-and-recovery',
    'cognito.pool.sms-coupling',
  ]),
  ...because('It takes an IAM role that Cognito assumes, and the probe makes none; a job takes minutes.', [
    'cognito.import.birthdate',
    'cognito.import.completion',
    'cognito.import.escapes',
    'cognito.import.hash-column',
    'cognito.import.hash-formats',
    'cognito.import.hash-sign-in',
    'cognito.import.jobs',
    'cognito.import.log',
    'cognito.import.row-texts',
    'cognito.import.start',
    'cognito.import.status',
    'cognito.import.stop',
  ]),
  ...because('It takes a Lambda function in the account, and the probe deploys nothing.', [
    'cognito.custom.empty-private-parameters',
    'cognito.custom.wrong-answer',
    'cognito.machines.trigger',
    'cognito.order.pre-authentication',
    'cognito.triggers.after-the-deed',
    'cognito.triggers.migration-refuses',
    'cognito.triggers.refresh',
    'cognito.triggers.whole-event',
  ]),
  ...because('It is about what the pages of a domain show in a browser.', ['cognito.federation.style']),
  ...because('It takes an identity provider with a person who signs in there, and a page to do it on.', [
    'cognito.federation.deleted-provider',
    'cognito.federation.group',
    'cognito.federation.inbound',
    'cognito.federation.lists',
    'cognito.federation.no-alias',
    'cognito.federation.pre-sign-up',
    'cognito.federation.refused',
    'cognito.federation.unconfirmed',
  ]),
};

function because(reason: string, facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [fact, reason]));
}
