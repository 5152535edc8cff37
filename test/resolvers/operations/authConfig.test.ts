import { expect, test } from 'vitest';
import { AuthErrorCode, ChallengeName } from '../../../resolvers/generated/schema.ts';
import { authSettings, createCaller, succeeded } from '../../support/caller.ts';
import { stubWire } from '../../support/resolvers/stub-wire.ts';

test('is the configuration and the whole vocabulary, and Cognito is not asked', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(succeeded(await call('authConfig', {}))).toEqual({
    ...authSettings,
    challenges: Object.values(ChallengeName),
    errors: Object.values(AuthErrorCode),
  });
});
