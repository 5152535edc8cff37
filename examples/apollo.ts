// Apollo Client 4. Run it while `npm start` runs, or with OUTPUTS=outputs.json after `npm run deploy`:
//   npx node examples/apollo.ts sign-up <username> <email>
//   npx node examples/apollo.ts sign-in <username>
//   npx node examples/apollo.ts pair-app <username>
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
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

// One credential for each request: the API key before sign-in, afterwards the access token, without "Bearer".
const credential = new SetContextLink(() => ({
  headers: accessToken ? { authorization: accessToken } : { 'x-api-key': outputs.ApiKey },
}));
const client = new ApolloClient({
  link: credential.concat(new HttpLink({ uri: outputs.GraphQLUrl })),
  cache: new InMemoryCache(),
});

/** Apollo throws what the API refused. AppSync puts `errorType` beside the message, not into `extensions`. */
function refusal(error: unknown): Refusal | undefined {
  return CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
}

/** Each answer is Tokens, or the next challenge. */
async function signIn(username: string): Promise<void> {
  const input = { username, password: await ask('Password') };
  let step = (await client.mutate({ mutation: LoginDocument, variables: { input } })).data?.login;
  while (step && step.__typename !== 'Tokens') step = await respond(step);
  accessToken = step?.accessToken;
  refreshToken = step?.refreshToken ?? '';
}

async function respond<Step extends Challenge>(step: Step): Promise<Step | LoginMutation['login'] | undefined> {
  const input = await answerTo(step);
  try {
    return (await client.mutate({ mutation: RespondToChallengeDocument, variables: { input } })).data?.respondToChallenge;
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
  const { data } = await client.mutate({ mutation: RefreshTokensDocument, variables: { input: { refreshToken } } });
  accessToken = data?.refreshTokens.accessToken;
  // Only a pool that rotates refresh tokens returns a new one.
  refreshToken = data?.refreshTokens.refreshToken ?? refreshToken;
}

/** Ends this session, but not the user's other sessions. */
async function signOut(): Promise<void> {
  await client.mutate({ mutation: RevokeTokenDocument, variables: { input: { refreshToken } } });
  accessToken = undefined;
  await client.clearStore();
  say('Signed out.');
}

await run(
  {
    async signUp(username, email) {
      const input = { username, email, password: await ask('Password') };
      await client.mutate({ mutation: SignUpDocument, variables: { input } });
      const code = await codeSentTo(email);
      await client.mutate({
        mutation: ConfirmSignUpDocument,
        variables: { input: { username, password: input.password, code } },
      });
      say('Confirmed.');
    },

    async signIn(username) {
      await signIn(username);
      const { data } = await client.query({ query: MeDocument });
      console.log(JSON.stringify(data?.me, null, 2));
      await refresh();
      await signOut();
    },

    async pairApp(username) {
      await signIn(username);
      const { data } = await client.mutate({ mutation: AssociateSoftwareTokenDocument });
      say(`For the app: ${data?.associateSoftwareToken.otpauthUri}`);
      const code = await ask('Code of the authenticator app');
      await client.mutate({ mutation: VerifySoftwareTokenDocument, variables: { input: { code } } });
      const softwareToken = { enabled: true, preferred: true };
      await client.mutate({ mutation: SetUserMfaPreferenceDocument, variables: { input: { softwareToken } } });
      await signOut();
    },
  },
  refusal,
);
client.stop();
