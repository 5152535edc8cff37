import { expect, onTestFinished, test } from 'vitest';
import { refused, step, succeeded } from '../support/caller.ts';
import { rememberedDevice } from '../support/cognito/remembered-device.ts';
import { createInstance, type Instance } from '../support/resolvers/instance.ts';
import { srpTimestamp } from '../support/srp.ts';

const username = 'ann';
const password = 'Passw0rd! is right';
const epoch = Date.UTC(2026, 0, 1);

async function signedUp(): Promise<Instance> {
  const always = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } };
  const instance = createInstance({ userPool: always });
  onTestFinished(() => instance.close());
  const email = 'ann@example.com';
  succeeded(await instance.call('signUp', { input: { username, email, password } }));
  succeeded(await instance.call('confirmSignUp', { input: { username, password, code: instance.message(email).code ?? '' } }));
  return instance;
}

test('a device is confirmed, proves itself and refreshes, through the operations alone', async () => {
  const instance = await signedUp();
  const first = step(succeeded(await instance.call('login', { input: { username, password } })), 'Tokens');
  const { deviceKey = '', deviceGroupKey = '' } = first.newDevice ?? {};
  const device = rememberedDevice(deviceGroupKey, deviceKey);
  const { PasswordVerifier: passwordVerifier, Salt: salt } = device.config;
  const confirm = { input: { deviceKey, passwordVerifier, salt } };
  const { userConfirmationNecessary } = succeeded(await instance.call('confirmDevice', confirm, { token: first.accessToken }));
  expect(userConfirmationNecessary).toBe(false);

  const login = succeeded(await instance.call('login', { input: { username, password, deviceKey } }));
  const asked = step(login, 'DeviceSrpAuthChallenge');
  expect(asked.deviceKey).toBe(deviceKey);
  const { SRP_A: srpA, sign } = device.exchange();
  const answer = { username: asked.username, session: asked.session, deviceKey };
  const next = succeeded(await instance.call('respondToChallenge', { input: { ...answer, name: 'DEVICE_SRP_AUTH', srpA } }));
  const { session, secretBlock, srpB } = step(next, 'DevicePasswordVerifierChallenge');

  const timestamp = srpTimestamp(epoch);
  const prove = (signature: string) =>
    instance.call('respondToChallenge', {
      input: { ...answer, session, name: 'DEVICE_PASSWORD_VERIFIER', passwordClaim: { secretBlock, timestamp, signature } },
    });
  const right = sign({ SRP_B: srpB, SECRET_BLOCK: secretBlock }, timestamp);
  const wrong = rememberedDevice(deviceGroupKey, deviceKey)
    .exchange()
    .sign({ SRP_B: srpB, SECRET_BLOCK: secretBlock }, timestamp);
  expect(refused(await prove(wrong)).code).toBe('INVALID_CREDENTIALS');
  const { refreshToken, newDevice } = step(succeeded(await prove(right)), 'Tokens');
  expect(newDevice).toBeNull();
  const refresh = (key?: string) =>
    instance.call('refreshTokens', { input: { refreshToken: refreshToken ?? '', ...(key && { deviceKey: key }) } });
  expect(refused(await refresh()).code).toBe('TOKEN_INVALID');
  expect(succeeded(await refresh(deviceKey)).accessToken).toEqual(expect.any(String));
});
