import { expect, test } from 'vitest';
import { freshOperations } from '../../../../resolvers/account/fresh-operations.ts';
import { freshAdministration } from '../../../../resolvers/administration/fresh-administration.ts';
import { AuthErrorCode, ChallengeName } from '../../../../resolvers/generated/schema.ts';
import { createCaller, succeeded } from '../../../support/caller.ts';
import { authSettings } from '../../../support/functions/auth-settings.ts';
import { stubWire } from '../../../support/resolvers/stub-wire.ts';

test('is the configuration and the whole vocabulary, and Cognito is not asked', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(succeeded(await call('authConfig', {}))).toEqual({
    ...authSettings,
    reauthentication: { maxAgeSeconds: 600, acr: null, operations: [...freshOperations, ...freshAdministration] },
    challenges: Object.values(ChallengeName),
    errors: Object.values(AuthErrorCode),
  });
});

test('names no operation of administrators where there are none', async () => {
  const { call } = createCaller({ cognito: stubWire().handle, authSettings: { adminGroup: null } });
  expect(succeeded(await call('authConfig', {}))).toMatchObject({
    adminGroup: null,
    reauthentication: { operations: freshOperations },
  });
});

test('tells of no recent sign-in where none is wanted', async () => {
  const { call } = createCaller({ cognito: stubWire().handle, authSettings: { reauthentication: null } });
  expect(succeeded(await call('authConfig', {})).reauthentication).toBeNull();
});
