// Plain fetch, no library. Run it while `npm start` runs, or with OUTPUTS=outputs.json after `npm run deploy`:
//   npx node examples/fetch.ts sign-up <username> <email>
//   npx node examples/fetch.ts sign-in <username>
//   npx node examples/fetch.ts pair-app <username>
import { answerTo, askAgain, type Challenge } from './challenges.ts';
import { ask, codeSentTo, outputs, type Refusal, run, say } from './terminal.ts';

interface Tokens {
  readonly __typename: 'Tokens';
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

type Step = Tokens | (Challenge & { readonly __typename: `${string}Challenge` });

let accessToken: string | undefined;
let refreshToken = '';

/** What the API refused: an entry of `errors[]`. AppSync puts `errorType` beside the message, not into `extensions`. */
class ApiError extends Error {
  readonly errorType: string | undefined;

  constructor({ message, errorType }: Refusal) {
    super(message);
    this.errorType = errorType;
  }
}

/**
 * The result of the only root field of an operation. A refusal has HTTP status 200 or 4xx, and `errors` in both cases.
 */
async function send<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  // One credential for each request: the API key before sign-in, afterwards the access token, without "Bearer".
  const credential: Record<string, string> = accessToken ? { authorization: accessToken } : { 'x-api-key': outputs.ApiKey };
  const response = await fetch(outputs.GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credential },
    body: JSON.stringify({ query, variables }),
  });
  // True by the schema, since the query has one field.
  const { data, errors } = (await response.json()) as { data?: Record<string, Data>; errors?: Refusal[] };
  if (errors?.[0]) throw new ApiError(errors[0]);
  const [field] = Object.values(data ?? {});
  if (field === undefined) throw new Error(`The API answered HTTP ${response.status} without data.`);
  return field;
}

/** The challenges that `answerTo` answers. Any other arrives with its `__typename` alone. */
const challenges: readonly string[] = [
  'NewPasswordRequiredChallenge',
  'SoftwareTokenMfaChallenge',
  'SmsMfaChallenge',
  'SmsOtpChallenge',
  'EmailOtpChallenge',
  'PasswordChallenge',
  'SelectChallenge',
  'SelectMfaTypeChallenge',
  'CustomChallenge',
];
// Each of them has the three fields that go back with the answer.
const step = `{
  __typename
  ...on Tokens { accessToken refreshToken }
  ${challenges.map((type) => `...on ${type} { name username session }`).join(' ')}
}`;

/** Each answer is Tokens, or the next challenge. */
async function signIn(username: string): Promise<void> {
  const input = { username, password: await ask('Password') };
  let answer = await send<Step>(`mutation ($input: LoginInput!) { login(input: $input) ${step} }`, { input });
  while (answer.__typename !== 'Tokens') answer = await respond(answer);
  accessToken = answer.accessToken;
  refreshToken = answer.refreshToken ?? '';
}

async function respond(challenge: Exclude<Step, Tokens>): Promise<Step> {
  const type = challenge.__typename;
  if (!challenges.includes(type)) throw new Error(`This example has no answer to ${type}.`);
  const input = await answerTo(challenge);
  try {
    return await send(`mutation ($input: RespondToChallengeInput!) { respondToChallenge(input: $input) ${step} }`, { input });
  } catch (error) {
    if (!(error instanceof ApiError) || !askAgain.has(error.errorType)) throw error;
    say(error.message);
    return challenge;
  }
}

/** What a page does when the access token is about to expire. */
async function refresh(): Promise<void> {
  // With the API key, since an expired access token is refused here too.
  accessToken = undefined;
  const query = 'mutation ($input: RefreshTokensInput!) { refreshTokens(input: $input) { accessToken refreshToken } }';
  const tokens = await send<Tokens>(query, { input: { refreshToken } });
  accessToken = tokens.accessToken;
  // Only a pool that rotates refresh tokens returns a new one.
  refreshToken = tokens.refreshToken ?? refreshToken;
}

/** Ends this session, but not the user's other sessions. */
async function signOut(): Promise<void> {
  await send('mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) }', { input: { refreshToken } });
  accessToken = undefined;
  say('Signed out.');
}

await run(
  {
    async signUp(username, email) {
      const input = { username, email, password: await ask('Password') };
      await send('mutation ($input: SignUpInput!) { signUp(input: $input) { userStatus } }', { input });
      const confirmation = { username, password: input.password, code: await codeSentTo(email) };
      await send('mutation ($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { session } }', { input: confirmation });
      say('Confirmed.');
    },

    async signIn(username) {
      await signIn(username);
      const me = await send('{ me { username sub email emailVerified groups mfa { preferred enabled } } }');
      console.log(JSON.stringify(me, null, 2));
      await refresh();
      await signOut();
    },

    async pairApp(username) {
      await signIn(username);
      const { otpauthUri } = await send<{ otpauthUri: string }>('mutation { associateSoftwareToken { otpauthUri } }');
      say(`For the app: ${otpauthUri}`);
      const input = { code: await ask('Code of the authenticator app') };
      await send('mutation ($input: VerifySoftwareTokenInput!) { verifySoftwareToken(input: $input) { status } }', { input });
      await send('mutation { setUserMfaPreference(input: { softwareToken: { enabled: true, preferred: true } }) }');
      await signOut();
    },
  },
  (error) => (error instanceof ApiError ? error : undefined),
);
