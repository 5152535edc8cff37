// urql. Run it while `npm start` runs, or with OUTPUTS=outputs.json after `npm run deploy`:
//   npx node examples/urql.ts sign-up <username> <email>
//   npx node examples/urql.ts sign-in <username>
//   npx node examples/urql.ts pair-app <username>
import {
  type AnyVariables,
  Client,
  CombinedError,
  fetchExchange,
  type OperationResult,
  type OperationResultSource,
} from '@urql/core';
import { answerTo, askAgain, type Challenge } from './challenges.ts';
import {
  AssociateSoftwareTokenDocument,
  ConfirmSignUpDocument,
  LoginDocument,
  type LoginMutation,
  MeDocument,
  RefreshTokensDocument,
  RespondToChallengeDocument,
  RevokeTokenDocument,
  SetUserMfaPreferenceDocument,
  SignUpDocument,
  VerifySoftwareTokenDocument,
} from './generated/operations.ts';
import { ask, codeSentTo, outputs, type Refusal, run, say } from './terminal.ts';

let accessToken: string | undefined;
let refreshToken = '';

const client = new Client({
  url: outputs.GraphQLUrl,
  exchanges: [fetchExchange],
  // AppSync documents only POST; urql would send short queries with GET.
  preferGetMethod: false,
  // One credential for each request: the API key before sign-in, afterwards the access token, without "Bearer".
  fetchOptions: () => ({ headers: accessToken ? { authorization: accessToken } : { 'x-api-key': outputs.ApiKey } }),
});

/** The data of an answer. urql returns a refusal as a value; this function throws it. */
async function dataOf<Data, Variables extends AnyVariables>(
  source: OperationResultSource<OperationResult<Data, Variables>>,
): Promise<Data> {
  const { data, error } = await source.toPromise();
  if (error) throw error;
  if (!data) throw new Error('The API answered without data.');
  return data;
}

/**
 * AppSync puts `errorType` beside the message, not into `extensions`. urql keeps the unchanged entry in
 * `originalError`.
 */
function refusal(error: unknown): Refusal | undefined {
  if (!(error instanceof CombinedError)) return undefined;
  const [refused] = error.graphQLErrors;
  return refused && { ...refused.originalError, message: refused.message };
}

/** Each answer is Tokens, or the next challenge. */
async function signIn(username: string): Promise<void> {
  const input = { username, password: await ask('Password') };
  let step = (await dataOf(client.mutation(LoginDocument, { input }))).login;
  while (step.__typename !== 'Tokens') step = await respond(step);
  accessToken = step.accessToken;
  refreshToken = step.refreshToken ?? '';
}

async function respond<Step extends Challenge>(step: Step): Promise<Step | LoginMutation['login']> {
  const input = await answerTo(step);
  try {
    return (await dataOf(client.mutation(RespondToChallengeDocument, { input }))).respondToChallenge;
  } catch (error) {
    const refused = refusal(error);
    if (!refused || !askAgain.has(refused.errorType)) throw error;
    say(refused.message);
    return step;
  }
}

/** What a page does when the access token is about to expire. */
async function refresh(): Promise<void> {
  // With the API key, since an expired access token is refused here too.
  accessToken = undefined;
  const { refreshTokens } = await dataOf(client.mutation(RefreshTokensDocument, { input: { refreshToken } }));
  accessToken = refreshTokens.accessToken;
  // Only a pool that rotates refresh tokens returns a new one.
  refreshToken = refreshTokens.refreshToken ?? refreshToken;
}

/** Ends this session, but not the user's other sessions. */
async function signOut(): Promise<void> {
  await dataOf(client.mutation(RevokeTokenDocument, { input: { refreshToken } }));
  accessToken = undefined;
  say('Signed out.');
}

await run(
  {
    async signUp(username, email) {
      const input = { username, email, password: await ask('Password') };
      await dataOf(client.mutation(SignUpDocument, { input }));
      const code = await codeSentTo(email);
      await dataOf(client.mutation(ConfirmSignUpDocument, { input: { username, password: input.password, code } }));
      say('Confirmed.');
    },

    async signIn(username) {
      await signIn(username);
      const { me } = await dataOf(client.query(MeDocument, {}));
      console.log(JSON.stringify(me, null, 2));
      await refresh();
      await signOut();
    },

    async pairApp(username) {
      await signIn(username);
      const { associateSoftwareToken } = await dataOf(client.mutation(AssociateSoftwareTokenDocument, {}));
      say(`For the app: ${associateSoftwareToken.otpauthUri}`);
      const code = await ask('Code of the authenticator app');
      await dataOf(client.mutation(VerifySoftwareTokenDocument, { input: { code } }));
      const softwareToken = { enabled: true, preferred: true };
      await dataOf(client.mutation(SetUserMfaPreferenceDocument, { input: { softwareToken } }));
      await signOut();
    },
  },
  refusal,
);
