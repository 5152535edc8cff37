import { expect, test } from 'vitest';
import { createTestPool } from '../../../support/cognito/pool.ts';

const { pools, clientId: ClientId } = createTestPool();
const asked = { ClientId, Username: 'ada' };

/** Every operation that anybody may call and that is told who calls. */
const operations: Readonly<Record<string, object>> = {
  SignUp: { ...asked, Password: 'Passw0rd! is right' },
  ConfirmSignUp: { ...asked, ConfirmationCode: '123456' },
  ResendConfirmationCode: asked,
  InitiateAuth: { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ada', PASSWORD: 'x' } },
  RespondToAuthChallenge: {
    ClientId,
    ChallengeName: 'SMS_MFA',
    ChallengeResponses: { USERNAME: 'ada', SMS_MFA_CODE: '1' },
    Session: 's'.repeat(20),
  },
  ForgotPassword: asked,
  ConfirmForgotPassword: { ...asked, ConfirmationCode: '123456', Password: 'Passw0rd! is right' },
};

async function typeOfAnswer(operation: string, UserContextData: unknown): Promise<string> {
  const { body } = await pools.handle({
    method: 'POST',
    url: '/',
    headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ ...operations[operation], UserContextData }),
    remoteAddress: '127.0.0.1',
  });
  return JSON.parse(String(body)).__type ?? 'none';
}

test.each(Object.keys(operations))(
  '%s takes the address of who calls, in the form that the service gives it',
  async (operation) => {
    for (const taken of [{ IpAddress: '192.0.2.1', EncodedData: 'e30=' }, { IpAddress: '' }, {}, null]) {
      expect(await typeOfAnswer(operation, taken)).not.toMatch(/SerializationException|InvalidParameterException/);
    }
    for (const broken of ['192.0.2.1', ['192.0.2.1'], { IpAddress: 1 }, { IpAddress: ['192.0.2.1'] }, { EncodedData: {} }]) {
      expect(await typeOfAnswer(operation, broken)).toBe('SerializationException');
    }
    expect(await typeOfAnswer(operation, { IpAddress: 'x'.repeat(131_073) })).toBe('InvalidParameterException');
  },
);
