import { noSoftwareToken, proveTotp, usedCode } from '../../secrets/software-token.ts';
import { CognitoError } from '../../wire/errors.ts';
import { requiredAnswer } from '../steps/answers.ts';
import type { Rule } from '../steps/outcome.ts';

/**
 * The code of an authenticator app. After a wrong or already used code, the session stays valid.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.wrong-code
 */
export const SOFTWARE_TOKEN_MFA: Rule<'SOFTWARE_TOKEN_MFA'> = {
  show: ({ name }, { user }) => ({
    USER_ID_FOR_SRP: user.username,
    ...(name === null ? {} : { FRIENDLY_DEVICE_NAME: name }),
  }),
  answer({ amr }, answers, { user }, services) {
    const code = requiredAnswer(answers, 'SOFTWARE_TOKEN_MFA_CODE');
    const token = services.mfa.token(user.id);
    if (!token) throw noSoftwareToken();
    const step = proveTotp(services, user, token, code, wrongCode);
    return {
      proven: { amr: [...amr, 'mfa', 'otp'] },
      record() {
        if (!services.mfa.takeStep(user.id, step)) throw usedCode();
      },
    };
  },
};

const wrongCode = () => new CognitoError('CodeMismatchException', 'Invalid code received for user');
