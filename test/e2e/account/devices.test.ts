import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  ConfirmDeviceDocument,
  ConfirmSignUpDocument,
  DeviceDocument,
  DevicesDocument,
  ForgetDeviceDocument,
  LoginDocument,
  SignUpDocument,
  UpdateDeviceStatusDocument,
} from '../../../examples/generated/operations.ts';
import { rememberedDevice } from '../../support/cognito/remembered-device.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';
import { expectTokens, newPassword, newPerson } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startStage({ signIn: { rememberDevices: 'ON_REQUEST' } });
});
afterAll(() => system.close());

test('a user names their devices, forgets one, and loses the others with a new password', async () => {
  const { send } = system;
  const person = { ...newPerson(), password: newPassword() };
  const { username, password } = person;
  succeeded(await send(SignUpDocument, { input: person }));
  const code = (await system.message(person.email)).code ?? '';
  succeeded(await send(ConfirmSignUpDocument, { input: { username, password, code } }));

  async function signInFrom(deviceName: string) {
    const tokens = expectTokens(succeeded(await send(LoginDocument, { input: { username, password } })).login);
    const { deviceKey = '', deviceGroupKey = '' } = tokens.newDevice ?? {};
    const { PasswordVerifier: passwordVerifier, Salt: salt } = rememberedDevice(deviceGroupKey, deviceKey).config;
    const input = { deviceKey, deviceName, passwordVerifier, salt };
    succeeded(await send(ConfirmDeviceDocument, { input }, tokens.accessToken));
    return { deviceKey, token: tokens.accessToken };
  }
  const [phone, tablet, laptop] = [await signInFrom('Phone'), await signInFrom('Tablet'), await signInFrom('Laptop')];

  const { device } = succeeded(await send(DeviceDocument, { key: phone.deviceKey }, laptop.token));
  expect(device).toMatchObject({ key: phone.deviceKey, name: 'Phone', isCurrent: false });
  const remembered = { deviceKey: phone.deviceKey, remembered: true };
  succeeded(await send(UpdateDeviceStatusDocument, { input: remembered }, laptop.token));
  succeeded(await send(ForgetDeviceDocument, { input: { deviceKey: phone.deviceKey } }, laptop.token));
  expect(refused(await send(DeviceDocument, { key: phone.deviceKey }, laptop.token))).toMatchObject({
    errorType: 'NOT_FOUND',
    errorInfo: { field: 'key' },
  });
  const first = succeeded(await send(DevicesDocument, { limit: 1 }, laptop.token)).devices;
  expect(first.items).toHaveLength(1);
  const rest = succeeded(await send(DevicesDocument, { nextToken: first.nextToken }, laptop.token)).devices;
  expect([...first.items, ...rest.items].map(({ name }) => name).toSorted()).toEqual(['Laptop', 'Tablet']);

  const input = { previousPassword: password, newPassword: newPassword() };
  succeeded(await send(ChangePasswordDocument, { input }, tablet.token));
  const again = succeeded(await send(LoginDocument, { input: { username, password: input.newPassword } })).login;
  const { accessToken } = expectTokens(again);
  expect(refused(await send(DeviceDocument, { key: laptop.deviceKey }, accessToken)).errorType).toBe('NOT_FOUND');
  expect(succeeded(await send(DeviceDocument, { key: tablet.deviceKey }, accessToken)).device).toMatchObject({ name: 'Tablet' });
});
