// The operations of the tour. They select concrete types and never an interface, since it is not documented whether
// AppSync authorizes a field that is selected on an interface.

export const authConfig = `query AuthConfig {
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

/** @param name of the operation, which becomes the title of its tab. */
export const signUp = (name: string): string => `mutation ${name}($input: SignUpInput!) {
  signUp(input: $input) {
    userSub
    username
    userStatus
    codeDelivery {
      medium
      destination
    }
  }
}
`;

export const confirmSignUp = `mutation ConfirmSignUp(
  $input: ConfirmSignUpInput!
) {
  confirmSignUp(input: $input) {
    session
  }
}
`;

const tokens = `    ... on Tokens {
      accessToken
      idToken
      refreshToken
      expiresIn
    }
`;

const challenge = (type: string, ...fields: string[]): string => `    ... on ${type} {
      ${['name', 'username', 'session', ...fields].join('\n      ')}
    }
`;

const steps = `    __typename
${tokens}${challenge('NewPasswordRequiredChallenge', 'requiredAttributes')}`;

/** The second factors of Cognito, with the names of `MfaType`. */
const secondFactorSteps: Readonly<Record<string, string>> = {
  SOFTWARE_TOKEN_MFA: challenge('SoftwareTokenMfaChallenge'),
  SMS_MFA: challenge('SmsMfaChallenge', 'destination'),
  EMAIL_OTP: challenge('EmailOtpChallenge', 'destination'),
};

/** The possible answers of a sign-in on a stage with these second factors. */
function stepsWith(mfaTypes: readonly string[]): string {
  if (mfaTypes.length === 0) return steps;
  const asked = mfaTypes.map((type) => secondFactorSteps[type] ?? '').join('');
  return steps + challenge('MfaSetupChallenge', 'mfaTypes') + asked;
}

export const login = (mfaTypes: readonly string[]): string => `mutation Login($input: LoginInput!) {
  login(input: $input) {
${stepsWith(mfaTypes)}  }
}
`;

export const respondToChallenge = (name: string, mfaTypes: readonly string[]): string => `mutation ${name}(
  $input: RespondToChallengeInput!
) {
  respondToChallenge(input: $input) {
${stepsWith(mfaTypes)}  }
}
`;

export const associateSoftwareToken = `mutation SetUpApp(
  $input: AssociateSoftwareTokenInput!
) {
  associateSoftwareToken(input: $input) {
    secretCode
    otpauthUri
    session
  }
}
`;

export const verifySoftwareToken = `mutation VerifyApp(
  $input: VerifySoftwareTokenInput!
) {
  verifySoftwareToken(input: $input) {
    status
    session
  }
}
`;

export const me = `query Me {
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

export const gpt = `query Gpt($message: String!, $key: String) {
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

export const refresh = `mutation Refresh($input: RefreshTokensInput!) {
  refreshTokens(input: $input) {
    accessToken
    idToken
    refreshToken
    expiresIn
  }
}
`;

export const forgotPassword = `mutation ForgotPassword(
  $input: ForgotPasswordInput!
) {
  forgotPassword(input: $input) {
    medium
    destination
  }
}
`;

export const confirmForgotPassword = `mutation ConfirmForgotPassword(
  $input: ConfirmForgotPasswordInput!
) {
  confirmForgotPassword(input: $input)
}
`;
