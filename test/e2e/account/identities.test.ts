import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ActivityDocument,
  AdminDisableProviderForUserDocument,
  AdminLinkProviderForUserDocument,
  LinkedIdentitiesDocument,
  LoginDocument,
  MeDocument,
  UnlinkIdentityDocument,
} from '../../../examples/generated/operations.ts';
import { asAdministrator, newUser } from '../../support/account/new-user.ts';
import { withGoogle } from '../../support/infra/federation.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';
import { expectTokens } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await startStage({ federation: withGoogle, activity: { days: 7 }, administration: {} });
});
afterAll(() => system?.close());

const google = { providerName: 'Google', userId: '103456789012345678901' };

/** An administrator who has just signed in. */
async function administrator(): Promise<string> {
  const { username, password } = await newUser(system);
  const { UserPoolId } = system.runtime.outputs;
  await asAdministrator(system, (admin) =>
    admin.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: username, GroupName: 'admin' })),
  );
  return expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login).accessToken;
}

test('an administrator links an identity, the owner sees and unlinks it, and their history has both', async () => {
  const { send } = system;
  const [admin, owner, other] = [await administrator(), await newUser(system), await newUser(system)];
  const link = (username: string) => send(AdminLinkProviderForUserDocument, { input: { username, ...google } }, admin);
  succeeded(await link(owner.username));

  const linked = [{ ...google, kind: 'GOOGLE', isPrimary: false, linkedAt: expect.any(String) }];
  expect(succeeded(await send(LinkedIdentitiesDocument, {}, owner.token)).linkedIdentities).toMatchObject(linked);
  expect(succeeded(await send(MeDocument, {}, owner.token)).me.identities).toMatchObject(linked);
  expect(succeeded(await send(LinkedIdentitiesDocument, {}, other.token)).linkedIdentities).toEqual([]);

  // Nobody else has it, or gets it.
  expect(refused(await link(other.username)).errorType).toBe('ACCOUNT_EXISTS_WITH_OTHER_METHOD');
  const unlink = (token: string) => send(UnlinkIdentityDocument, { input: google }, token);
  expect(refused(await unlink(other.token)).errorType).toBe('NOT_FOUND');
  const disable = (username: string) => send(AdminDisableProviderForUserDocument, { input: { username, ...google } }, admin);
  expect(refused(await disable(other.username)).errorType).toBe('NOT_FOUND');

  succeeded(await unlink(owner.token));
  expect(refused(await unlink(owner.token)).errorType).toBe('NOT_FOUND');
  succeeded(await link(other.username));
  succeeded(await disable(other.username));
  expect(succeeded(await send(LinkedIdentitiesDocument, {}, owner.token)).linkedIdentities).toEqual([]);

  const { items } = succeeded(await send(ActivityDocument, { limit: 2 }, owner.token)).activity;
  expect(items.map(({ kind, detail }) => ({ kind, detail }))).toEqual([
    { kind: 'IDENTITY_UNLINKED', detail: 'Google' },
    { kind: 'IDENTITY_LINKED', detail: 'Google' },
  ]);
});
