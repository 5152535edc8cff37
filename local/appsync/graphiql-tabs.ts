/** A tab of GraphiQL. Its title is the name of the operation. */
export interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

/** The story of a user, one step a tab: those for everybody with the API key, those for the signed-in user with a place for his token. */
export function firstQueries(apiKey: string): Tab[] {
  const everybody = { 'x-api-key': apiKey };
  const signedIn = { authorization: 'paste accessToken here' };
  return [
    tab(authConfig, {}, everybody),
    tab(signUp, { input: { username: 'alice', email: 'alice@example.com', temporaryPassword: 'Welcome-2-us' } }, everybody),
    tab(login, { input: { username: 'alice', password: 'Welcome-2-us' } }, everybody),
    tab(
      newPassword,
      {
        input: {
          name: 'NEW_PASSWORD_REQUIRED',
          username: 'alice',
          session: 'paste session here',
          newPassword: 'Correct-horse-7',
        },
      },
      everybody,
    ),
    tab(me, {}, signedIn),
    tab(gpt, { message: 'Say hello.' }, signedIn),
    tab(selfSignUp, { input: { username: 'bob', email: 'bob@example.com', password: 'Battery-staple-9' } }, everybody),
    tab(confirmSignUp, { input: { username: 'bob', code: 'paste code here' } }, everybody),
    tab(forgotPassword, { input: { username: 'bob' } }, everybody),
    tab(confirmForgotPassword, { input: { username: 'bob', code: 'paste code here', password: 'Another-staple-9' } }, everybody),
    tab(refresh, { input: { refreshToken: 'paste refreshToken here' } }, everybody),
  ];
}

function tab(query: string, variables: object, headers: object): Tab {
  return { query, variables: JSON.stringify(variables, null, 2), headers: JSON.stringify(headers, null, 2) };
}

const authResult = `{
    __typename
    ... on Tokens { accessToken idToken refreshToken expiresIn }
    ... on Challenge { name username session }
    ... on NewPasswordRequiredChallenge { requiredAttributes }
  }`;

const authConfig = `# 1. Press the play button (or Ctrl-Enter).
# This is what a sign-in page must know. The API key
# is filled in below; the next tabs are the next steps.
query AuthConfig {
  authConfig {
    signUpModes
    signInNames
    flows
    passwordPolicy {
      minimumLength
      requireUppercase requireLowercase
      requireNumbers requireSymbols
    }
    mfaMode
    challenges
    gptEnabled
  }
}
`;

const signUp = `# 2. Make a user with a temporary password.
mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) { userSub username userStatus }
}
`;

const login = `# 3. Log in with it. The answer is a challenge:
# copy its session.
mutation Login($input: LoginInput!) {
  login(input: $input) ${authResult}
}
`;

const newPassword = `# 4. Paste the session under Variables and choose
# a password. The answer is the tokens: copy accessToken.
mutation NewPassword($input: RespondToChallengeInput!) {
  respondToChallenge(input: $input) ${authResult}
}
`;

const me = `# 5. Paste accessToken under Headers: who is signed in?
# There is no API key in this tab: where both are sent,
# AppSync looks at the key only.
query Me {
  me {
    username sub
    email emailVerified
    groups
    attributes { name value }
  }
}
`;

const gpt = `# 6. Paste accessToken under Headers, and ask.
# Needs a key for the model: OPENAI_API_KEY when the API
# is started, or "key" under Variables.
query Gpt($message: String!, $key: String) {
  gpt(message: $message, key: $key) {
    text
    model
    usage { inputTokens outputTokens }
  }
}
`;

const selfSignUp = `# The other way in: a password of one's own, and a code
# by mail. The mail is on the page /dev.
mutation SelfSignUp($input: SignUpInput!) {
  signUp(input: $input) {
    userSub
    userStatus
    codeDelivery { medium destination }
  }
}
`;

const confirmSignUp = `# Paste the code from /dev under Variables.
# Then log in as bob.
mutation ConfirmSignUp($input: ConfirmSignUpInput!) {
  confirmSignUp(input: $input) { session }
}
`;

const forgotPassword = `# A code for a new password; it comes to /dev as well.
mutation ForgotPassword($input: ForgotPasswordInput!) {
  forgotPassword(input: $input) { medium destination }
}
`;

const confirmForgotPassword = `# Paste the code from /dev under Variables.
mutation ConfirmForgotPassword($input: ConfirmForgotPasswordInput!) {
  confirmForgotPassword(input: $input)
}
`;

const refresh = `# New access and ID tokens,
# for the refreshToken of a login.
mutation Refresh($input: RefreshTokensInput!) {
  refreshTokens(input: $input) { accessToken expiresIn }
}
`;
