// Amplify v6: its Auth calls Cognito directly (with SRP, so that the password is never sent), and its GraphQL client
// calls this API. Run it while `npm start` runs, or with OUTPUTS=outputs.json after `npm run deploy`:
//   npx node examples/amplify.ts sign-up <username> <email>
//   npx node examples/amplify.ts sign-in <username>
//   npx node examples/amplify.ts pair-app <username>
import { Amplify } from 'aws-amplify';
import { type GraphQLQuery, generateClient } from 'aws-amplify/api';
import {
  AuthError,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  type SignInOutput,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { print } from 'graphql';
import { MeDocument, type MeQuery } from './generated/operations.ts';
import { ask, codeSentTo, outputs, type Refusal, run, say } from './terminal.ts';

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      // Needed on the laptop only. For a deployment it equals Amplify's default.
      userPoolEndpoint: outputs.CognitoEndpoint,
    },
  },
  API: {
    GraphQL: {
      endpoint: outputs.GraphQLUrl,
      region: outputs.Region,
      defaultAuthMode: 'apiKey',
      apiKey: outputs.ApiKey,
    },
  },
});
const client = generateClient();

type Step = SignInOutput['nextStep']['signInStep'];

/** The steps that one line of input answers. Amplify has its own names for Cognito's challenges. */
const questions: Partial<Record<Step, string>> = {
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: 'New password',
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: 'Code of the authenticator app',
  CONFIRM_SIGN_IN_WITH_SMS_CODE: 'Code of the text message',
  CONFIRM_SIGN_IN_WITH_EMAIL_CODE: 'Code of the mail',
  CONFIRM_SIGN_IN_WITH_PASSWORD: 'Password',
  CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE: 'Answer',
  CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION: 'Which of the challenges',
  CONTINUE_SIGN_IN_WITH_MFA_SELECTION: 'Which of the second factors',
};

/** Auth throws Cognito's exceptions by name; the GraphQL client throws the answer with its `errors[]`. */
function refusal(error: unknown): Refusal | undefined {
  if (error instanceof AuthError) return { errorType: error.name, message: error.message };
  const { errors } = Object(error) as { errors?: readonly Refusal[] };
  return errors?.[0];
}

async function signInAs(username: string): Promise<void> {
  let { nextStep } = await signIn({ username, password: await ask('Password') });
  while (nextStep.signInStep !== 'DONE') nextStep = await respond(nextStep);
}

async function respond(step: SignInOutput['nextStep']): Promise<SignInOutput['nextStep']> {
  const question = questions[step.signInStep];
  if (!question) throw new Error(`This example has no answer to ${step.signInStep}.`);
  const challengeResponse = await ask(question);
  try {
    return (await confirmSignIn({ challengeResponse })).nextStep;
  } catch (error) {
    if (!(error instanceof AuthError) || !askAgain.has(error.name)) throw error;
    say(error.message);
    return step;
  }
}

/** The exceptions after which the same step may be answered again. */
const askAgain = new Set(['CodeMismatchException', 'InvalidPasswordException', 'PasswordHistoryPolicyViolationException']);

await run(
  {
    async signUp(username, email) {
      await signUp({ username, password: await ask('Password'), options: { userAttributes: { email } } });
      await confirmSignUp({ username, confirmationCode: await codeSentTo(email) });
      say('Confirmed.');
    },

    async signIn(username) {
      await signInAs(username);
      const { data } = await client.graphql<GraphQLQuery<MeQuery>>({ query: print(MeDocument), authMode: 'userPool' });
      console.log(JSON.stringify(data.me, null, 2));
      // Amplify does this automatically when the access token has expired.
      await fetchAuthSession({ forceRefresh: true });
      await signOut();
      say('Signed out.');
    },

    async pairApp(username) {
      await signInAs(username);
      const app = await setUpTOTP();
      say(`For the app: ${app.getSetupUri('Example', username)}`);
      await verifyTOTPSetup({ code: await ask('Code of the authenticator app') });
      await updateMFAPreference({ totp: 'PREFERRED' });
      await signOut();
      say('Signed out.');
    },
  },
  refusal,
);
