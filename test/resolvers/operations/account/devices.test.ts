import { describe, expect, onTestFinished, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { rememberedDevice } from '../../../support/cognito/remembered-device.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { confirmed, newPassword, type Person, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

function devicePool() {
  const instance = createInstance({
    userPool: { DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true, ChallengeRequiredOnNewDevice: false } },
    remembersDevices: true,
  });
  onTestFinished(() => instance.close());
  return instance;
}

type Pool = ReturnType<typeof devicePool>;

async function newDevice(instance: Pool, person: Person, deviceName: string) {
  const { accessToken, newDevice: made } = await signedIn(instance, person);
  const deviceKey = made?.deviceKey ?? '';
  const { PasswordVerifier: passwordVerifier, Salt: salt } = rememberedDevice(made?.deviceGroupKey ?? '', deviceKey).config;
  const auth = { token: accessToken };
  succeeded(await instance.call('confirmDevice', { input: { deviceKey, deviceName, passwordVerifier, salt } }, auth));
  return { deviceKey, auth };
}

describe('devices', () => {
  test('are listed page by page, the own one marked, shown one by one, remembered and forgotten', async () => {
    const instance = devicePool();
    const { call } = instance;
    const person = await confirmed(instance);
    const phone = await newDevice(instance, person, 'Phone');
    const laptop = await newDevice(instance, person, 'Laptop');
    const first = succeeded(await call('devices', { limit: 1 }, laptop.auth));
    expect(first.items).toHaveLength(1);
    const second = succeeded(await call('devices', { limit: 1, nextToken: first.nextToken }, laptop.auth));
    expect(second.nextToken).toBeNull();
    const items = [...first.items, ...second.items].toSorted((a, b) => String(a.name).localeCompare(String(b.name)));
    expect(items).toMatchObject([
      { key: laptop.deviceKey, name: 'Laptop', isCurrent: true, createdAt: expect.stringMatching(/^2026-01-01T.*Z$/) },
      { key: phone.deviceKey, name: 'Phone', isCurrent: false },
    ]);
    const shown = succeeded(await call('device', { key: phone.deviceKey }, laptop.auth));
    expect(shown).toMatchObject({ key: phone.deviceKey, name: 'Phone' });
    const remembered = { deviceKey: phone.deviceKey, remembered: true };
    expect(succeeded(await call('updateDeviceStatus', { input: remembered }, laptop.auth))).toBe(true);
    expect(succeeded(await call('forgetDevice', { input: { deviceKey: phone.deviceKey } }, laptop.auth))).toBe(true);
    expect(succeeded(await call('devices', {}, laptop.auth)).items).toMatchObject([{ name: 'Laptop' }]);
  });

  test('that the user does not have are NOT_FOUND', async () => {
    const instance = devicePool();
    const { call } = instance;
    const [ann, bob] = [await confirmed(instance), await confirmed(instance)];
    const { auth } = await newDevice(instance, ann, 'Laptop');
    const { deviceKey } = await newDevice(instance, bob, 'Phone');
    const answers = [
      await call('device', { key: deviceKey }, auth),
      await call('updateDeviceStatus', { input: { deviceKey, remembered: true } }, auth),
      await call('forgetDevice', { input: { deviceKey } }, auth),
    ];
    expect(answers.map((answer) => refused(answer))).toMatchObject([
      { code: 'NOT_FOUND', info: { field: 'key' } },
      { code: 'NOT_FOUND', info: { field: 'deviceKey' } },
      { code: 'NOT_FOUND', info: { field: 'deviceKey' } },
    ]);
  });

  test('are forgotten with a new password, all but the own one', async () => {
    const instance = devicePool();
    const { call } = instance;
    const person = await confirmed(instance);
    await newDevice(instance, person, 'Stolen');
    const { auth } = await newDevice(instance, person, 'Laptop');
    const input = { previousPassword: person.password, newPassword: newPassword() };
    succeeded(await call('changePassword', { input }, auth));
    const again = await signedIn(instance, { ...person, password: input.newPassword });
    const left = succeeded(await call('devices', {}, { token: again.accessToken }));
    const stolen = expect.objectContaining({ name: 'Stolen' });
    expect(left.items).toContainEqual(expect.objectContaining({ name: 'Laptop' }));
    expect(left.items).not.toContainEqual(stolen);
  });

  test.each([{ limit: 0 }, { limit: 61 }])('are not listed by %j', async (args) => {
    const { call } = createCaller({ cognito: stubWire().handle });
    expect(refused(await call('devices', args, { token: madeUpToken() }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`limit` must be 1 to 60.',
      info: { field: 'limit', cognito: null },
    });
  });

  test('have what Cognito tells of them', async () => {
    const DeviceAttributes = [{ Name: 'last_ip_used', Value: '192.0.2.1' }];
    const date = Date.UTC(2026, 0, 2) / 1_000;
    const { handle } = stubWire(
      success({ Device: { DeviceKey: 'eu-central-1_aa', DeviceAttributes, DeviceLastAuthenticatedDate: date } }),
    );
    const { call } = createCaller({ cognito: handle });
    expect(succeeded(await call('device', { key: 'eu-central-1_aa' }, { token: madeUpToken() }))).toMatchObject({
      key: 'eu-central-1_aa',
      name: null,
      isCurrent: false,
      lastIpAddress: '192.0.2.1',
      createdAt: null,
      lastAuthenticatedAt: '2026-01-02T00:00:00.000Z',
    });
  });

  test('want the access token', async () => {
    const { call } = createCaller({ cognito: stubWire().handle });
    for (const auth of [{}, { token: madeUpIdToken }]) {
      const answers = [
        await call('devices', {}, auth),
        await call('device', { key: 'eu-central-1_aa' }, auth),
        await call('updateDeviceStatus', { input: { deviceKey: 'eu-central-1_aa', remembered: true } }, auth),
        await call('forgetDevice', { input: { deviceKey: 'eu-central-1_aa' } }, auth),
      ];
      expect(answers.map((answer) => refused(answer).code)).toEqual(answers.map(() => 'ACCESS_TOKEN_REQUIRED'));
    }
  });
});
