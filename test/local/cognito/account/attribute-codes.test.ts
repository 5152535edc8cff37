import { describe, expect, test } from 'vitest';
import { notThis } from '../../../support/cognito/people.ts';
import { refusal } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';
import { expired, keepsUntilVerified, limit, mismatch, withAda } from './ada-and-her-attributes.ts';

describe('GetUserAttributeVerificationCode and VerifyUserAttribute', () => {
  test('prove an address, also one that was proven before; a code works once', async () => {
    const ada = await withAda({}, {}, { email: 'ada@example.com' });
    const { CodeDeliveryDetails } = await ada.askCode();
    expect(CodeDeliveryDetails).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' });
    expect(ada.outbox).toMatchObject([{ kind: 'VerifyUserAttribute' }]);
    const code = ada.codeFor('ada@example.com');
    expect(await refusal(ada.verify(notThis(code)))).toEqual(mismatch);
    await ada.verify(code);
    expect(await ada.attributes()).toMatchObject({ email_verified: 'true' });
    expect(await refusal(ada.verify(code))).toEqual(expired);
    await ada.askCode();
    await ada.verify(ada.codeFor('ada@example.com'));
  });

  test('a code lives for a day, and a newer one replaces it', async () => {
    const ada = await withAda();
    expect(await refusal(ada.verify('123456'))).toEqual(expired);
    await ada.askCode();
    ada.clock.advance({ hours: 23 });
    const { AccessToken } = await signedIn(ada, 'ada');
    const first = ada.codeFor('ada@example.com');
    await ada.cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' });
    const verify = (Code: string, token = AccessToken) =>
      ada.cognito.verifyUserAttribute({ AccessToken: token, AttributeName: 'email', Code });
    if (first !== ada.codeFor('ada@example.com')) expect(await refusal(verify(first))).toEqual(mismatch);
    ada.clock.advance({ hours: 24 });
    const later = await signedIn(ada, 'ada');
    expect(await refusal(verify(ada.codeFor('ada@example.com'), later.AccessToken))).toEqual(expired);
  });

  test('while an address waits for its proof, its code is what is sent again', async () => {
    const ada = await withAda(keepsUntilVerified);
    await ada.update({ email: 'new@work.example' });
    expect((await ada.askCode()).CodeDeliveryDetails?.Destination).toBe('n***@w***');
    await ada.verify(ada.codeFor('new@work.example'));
    expect(await ada.attributes()).toMatchObject({ email: 'new@work.example', email_verified: 'true' });
  });

  test('refuse an attribute that no code can prove, and an address that is not there', async () => {
    const ada = await withAda({}, {}, {});
    const invalid = (message: string) => ({ name: 'InvalidParameterException', message });
    const only = invalid('Invalid attribute name. Only phone_number and email can be verified.');
    expect(await refusal(ada.askCode('name'))).toEqual(only);
    expect(await refusal(ada.verify('123456', 'name'))).toEqual(only);
    expect(await refusal(ada.askCode())).toEqual(invalid('User does not have a valid registered email address'));
    expect(await refusal(ada.askCode('phone_number'))).toEqual(invalid('User does not have a valid registered phone number'));
  });

  test('a user has five codes and fifteen tries in an hour', async () => {
    const ada = await withAda();
    for (let codes = 0; codes < 5; codes++) await ada.askCode();
    expect(await refusal(ada.askCode())).toEqual(limit);
    const code = ada.codeFor('ada@example.com');
    for (let tries = 0; tries < 15; tries++) expect(await refusal(ada.verify(notThis(code)))).toEqual(mismatch);
    expect(await refusal(ada.verify(code))).toEqual(limit);
    ada.clock.advance({ minutes: 59 });
    expect(await refusal(ada.verify(code))).toEqual(limit);
  });
});
