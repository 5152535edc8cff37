/** A tab of GraphiQL. Its title is the name of the operation. */
export interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

/** What stands where an answer's field belongs, by the field's name. The page puts the field's newest value there. */
export const placeholders = {
  session: '<session, from the answer to Login>',
  accessToken: '<accessToken, from the answer to NewPassword>',
  refreshToken: '<refreshToken, from the answer to NewPassword>',
};

const code = '<the code in the mail, see /dev>';

/** The story of a user, one step a tab: those for everybody with the API key, those for the signed-in user with a place for his token. */
export function firstQueries(apiKey: string): Tab[] {
  const everybody = { 'x-api-key': apiKey };
  const signedIn = { authorization: placeholders.accessToken };
  return [
    tab(authConfig, undefined, everybody),
    tab(signUp, { input: { username: 'alice', email: 'alice@example.com', temporaryPassword: 'Welcome-2-us' } }, everybody),
    tab(login, { input: { username: 'alice', password: 'Welcome-2-us' } }, everybody),
    tab(
      newPassword,
      {
        input: {
          name: 'NEW_PASSWORD_REQUIRED',
          username: 'alice',
          session: placeholders.session,
          newPassword: 'Correct-horse-7',
        },
      },
      everybody,
    ),
    tab(me, undefined, signedIn),
    tab(gpt, { message: 'Say hello.' }, signedIn),
    tab(refresh, { input: { refreshToken: placeholders.refreshToken } }, everybody),
    tab(selfSignUp, { input: { username: 'bob', email: 'bob@example.com', password: 'Battery-staple-9' } }, everybody),
    tab(confirmSignUp, { input: { username: 'bob', code } }, everybody),
    tab(forgotPassword, { input: { username: 'bob' } }, everybody),
    tab(confirmForgotPassword, { input: { username: 'bob', code, password: 'Another-staple-9' } }, everybody),
  ];
}

function tab(query: string, variables: object | undefined, headers: object): Tab {
  return {
    query,
    variables: variables === undefined ? '' : JSON.stringify(variables, null, 2),
    headers: JSON.stringify(headers, null, 2),
  };
}

const authConfig = `# 1. Press play, or Ctrl-Enter.
#
# The answer is what a sign-in page must know.
# The API key is under Headers, filled in.
#
# Next: the tab SignUp. Five presses of play,
# a tab each, and you are signed in.
query AuthConfig {
  authConfig {
    signUpModes
    signInNames
    flows
    passwordPolicy {
      minimumLength
      requireUppercase
      requireLowercase
      requireNumbers
      requireSymbols
    }
    mfaMode
    challenges
    gptEnabled
  }
}
`;

const signUp = `# 2. A user with a temporary password.
#
# Next: Login.
mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    userSub
    username
    userStatus
  }
}
`;

const login = `# 3. Log in with the temporary password.
#
# The answer is a challenge: choose a password.
# Its session goes into the next tab by itself.
#
# Next: NewPassword.
mutation Login($input: LoginInput!) {
  login(input: $input) {
    __typename
    ... on Challenge {
      name
      username
      session
    }
    ... on NewPasswordRequiredChallenge {
      requiredAttributes
    }
    ... on Tokens {
      accessToken
      idToken
      refreshToken
      expiresIn
    }
  }
}
`;

const newPassword = `# 4. Answer the challenge.
#
# session, under Variables, is from the answer
# to Login; it is good once. The answer to this
# is the tokens; the next tabs take them.
#
# Next: Me.
mutation NewPassword(
  $input: RespondToChallengeInput!
) {
  respondToChallenge(input: $input) {
    __typename
    ... on Tokens {
      accessToken
      idToken
      refreshToken
      expiresIn
    }
    ... on Challenge {
      name
      username
      session
    }
  }
}
`;

const me = `# 5. Who is signed in?
#
# The accessToken is under Headers, and no API
# key: where both are sent, AppSync looks at
# the key only.
#
# Next: ask a language model, or see the other
# ways in: SelfSignUp, ForgotPassword.
query Me {
  me {
    username
    sub
    email
    emailVerified
    groups
    attributes {
      name
      value
    }
  }
}
`;

const gpt = `# A question to a language model.
#
# It needs a key: OPENAI_API_KEY when the API
# is started, or "key" under Variables.
query Gpt($message: String!, $key: String) {
  gpt(message: $message, key: $key) {
    text
    model
    usage {
      inputTokens
      outputTokens
    }
  }
}
`;

const refresh = `# New access and ID tokens for the
# refreshToken of a sign-in.
mutation Refresh($input: RefreshTokensInput!) {
  refreshTokens(input: $input) {
    accessToken
    idToken
    expiresIn
  }
}
`;

const selfSignUp = `# The other way in: a password of one's own,
# and a code by mail. The mail is on /dev.
#
# Next: ConfirmSignUp.
mutation SelfSignUp($input: SignUpInput!) {
  signUp(input: $input) {
    userSub
    userStatus
    codeDelivery {
      medium
      destination
    }
  }
}
`;

const confirmSignUp = `# Put the code of the mail under Variables.
#
# Next: Login, as bob. With a password of his
# own he meets no challenge.
mutation ConfirmSignUp(
  $input: ConfirmSignUpInput!
) {
  confirmSignUp(input: $input) {
    session
  }
}
`;

const forgotPassword = `# A code for a new password; it comes to /dev
# as well.
#
# Next: ConfirmForgotPassword.
mutation ForgotPassword(
  $input: ForgotPasswordInput!
) {
  forgotPassword(input: $input) {
    medium
    destination
  }
}
`;

const confirmForgotPassword = `# Put the code of the mail under Variables.
#
# Next: Login, as bob, with the new password.
mutation ConfirmForgotPassword(
  $input: ConfirmForgotPasswordInput!
) {
  confirmForgotPassword(input: $input)
}
`;
