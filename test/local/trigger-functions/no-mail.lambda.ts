import { codeChallenge } from '../../../resolvers/passwordless/code-challenge.ts';

/** The trigger of `signIn.passwordless` with a sender that SES refuses, in the words of SES. */
export const handler = codeChallenge({
  messages: null,
  sendMail: async () => {
    const words =
      'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: login@acme.example';
    throw Object.assign(new Error(words), { name: 'MessageRejected' });
  },
  pause: async () => undefined,
  output: console,
});
