import type { CreationOptions } from '../cognito/authenticator.ts';

/** Properties of a user pool that has passkeys for `localhost`, beside passwords and codes by e-mail. */
export const withPasskeys = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
  },
  WebAuthnRelyingPartyID: 'localhost',
};

/** An AWSJSON that Cognito made, as what it is. */
export function creationOptions(json: unknown): CreationOptions {
  return json as CreationOptions; // the authenticator fails on anything else
}
