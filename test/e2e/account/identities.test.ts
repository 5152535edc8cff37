import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ActivityDocument,
  AdminDisableProviderForUserDocument,
  AdminLinkProviderForUserDocument,
  AuthConfigDocument,
  ExchangeAuthorizationCodeDocument,
  LinkedIdentitiesDocument,
  LoginDocument,
  MeDocument,
  UnlinkIdentityDocument,
} from '../../../examples/generated/operations.ts';
import { asAdministrator, newUser } from '../../support/account/new-user.ts';
import { PageOfClients } from '../../support/account/page-of-clients.ts';
import { type Lie, type LyingIssuer, openLyingIssuer } from '../../support/cognito/lying-issuer.ts';
import { withGoogle } from '../../support/infra/federation.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';
import { expectTokens } from '../../support/stories.ts';
import type { System } from '../../support/system.ts';

let system: System;
let corp: LyingIssuer;
const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:corp-login-AbCdEf';
const secret = 'the-secret-of-this-stage-at-corp';
beforeAll(async () => {
  corp = await openLyingIssuer();
  const oidc = [{ name: 'Corp', label: 'Corp', issuer: corp.issuer, clientId: 'pool', clientSecretArn: secretArn }];
  const callbackUrls = [...withGoogle.callbackUrls, 'https://example.com/app/'];
  system = await startStage(
    {
      federation: { ...withGoogle, callbackUrls, providers: { ...withGoogle.providers, oidc } },
      activity: { days: 7 },
      administration: {},
    },
    { federationSecrets: new Map([[secretArn, JSON.stringify({ clientSecret: secret })]]) },
  );
});
afterAll(() => Promise.all([system?.close(), corp.close()]));

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

test('a whole sign-in at a provider leaves no secret, code, token, state or verifier in a file, a log or an error', async () => {
  const { send, runtime } = system;
  const domain = runtime.outputs.CognitoEndpoint;
  const cookies = new Map<string, string>();
  /** As a browser that follows no redirect. */
  const open = async (path: string): Promise<URL> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers } = await fetch(new URL(path, domain), { redirect: 'manual', headers: { cookie } });
    for (const [, name = '', value = ''] of headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? [])) {
      cookies.set(name, value);
    }
    return new URL(headers.get('location') ?? '', domain);
  };
  const codeVerifier = randomBytes(32).toString('base64url');
  const [redirectUri = ''] = withGoogle.callbackUrls;
  const asked = { state: 'the-state-of-the-application', nonce: 'the-nonce-of-the-application' };
  const begin = () =>
    open(
      `/oauth2/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: runtime.outputs.UserPoolClientId,
        redirect_uri: redirectUri,
        identity_provider: 'Corp',
        scope: 'openid email',
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
        prompt: 'login',
        ...asked,
      })}`,
    );
  const finish = async (answer: Record<string, string>) =>
    (await open(`/oauth2/idpresponse?${new URLSearchParams(answer)}`)).searchParams;
  const sent = await begin();
  const answer = corp.authorize(sent.href);
  const code = (await finish(answer)).get('code') ?? '';
  const input = { code, codeVerifier, redirectUri };
  const tokens = succeeded(await send(ExchangeAuthorizationCodeDocument, { input })).exchangeAuthorizationCode;
  expect(decodeJwt(tokens.idToken)).toMatchObject({ email: 'ada@corp.example', nonce: asked.nonce });
  const errors: unknown[] = [refused(await send(ExchangeAuthorizationCodeDocument, { input }))];

  // The mistakes that could tell too much: a provider that refuses, one that lies, and one that answers twice.
  const again = async (lie: Lie) => {
    const sentAgain = await begin();
    corp.lie(lie);
    errors.push((await finish(corp.authorize(sentAgain.href))).get('error_description'));
    corp.lie({});
  };
  await again({ token: { status: 400, body: { error: 'invalid_grant', error_description: 'no' } } });
  await again({ claims: { nonce: 'another' } });
  await again({ token: { status: 200, body: `{"access_token":"at","id_token":"${tokens.idToken}` } });
  await open(`/oauth2/idpresponse?${new URLSearchParams(answer)}`);
  expect(errors.every(Boolean)).toBe(true);

  const form = corp.requests.find(({ path }) => path === '/token')?.form;
  const secrets = {
    secret,
    code,
    codeVerifier,
    ...asked,
    'code of the provider': answer['code'] ?? '',
    'state of the pool': sent.searchParams.get('state') ?? '',
    'nonce of the pool': sent.searchParams.get('nonce') ?? '',
    'verifier of the pool': form?.get('code_verifier') ?? '',
    accessToken: tokens.accessToken,
    idToken: tokens.idToken,
    refreshToken: tokens.refreshToken ?? '',
    ...Object.fromEntries([...cookies].map(([name, value]) => [`cookie ${name}`, value])),
  };
  expect(form?.get('client_secret')).toBe(secret);
  expect(Object.values(secrets).filter((value) => value.length < 6)).toEqual([]);
  const files = readdirSync(system.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = [
    ...files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('latin1')] as const),
    ['log', system.log.join('\n')] as const,
    ['errors', JSON.stringify(errors)] as const,
  ];
  const found = places.flatMap(([place, text]) =>
    Object.entries(secrets).flatMap(([name, value]) => (text.includes(value) ? [`${name} in ${place}`] : [])),
  );
  expect(found).toEqual([]);
  // What is not secret is found by the same search.
  const withAddress = places.filter(([, text]) => text.includes('ada@corp.example')).map(([place]) => place);
  // SQLite decides when it moves pages from its log.
  expect(withAddress.join()).toContain('local.sqlite');
  expect(system.log.length).toBeGreaterThan(0);
});

test('the code of docs/clients.md signs in at Google and back, once, and in the tab that began', async () => {
  const { federation } = succeeded(await system.send(AuthConfigDocument, {})).authConfig;
  if (!federation) throw new Error('This stage has federation.');
  const page = new PageOfClients(system.runtime.outputs);
  await page.code.signInAt(federation, 'Google');
  await page.choose('Ada Lovelace');
  const { accessToken } = await page.code.comeBack();
  expect(page.history).toEqual(['/app/']);
  const { me } = succeeded(await system.send(MeDocument, {}, accessToken));
  expect(me).toMatchObject({ email: 'ada@example.com', emailVerified: true });
  expect(me.identities).toMatchObject([{ providerName: 'Google', kind: 'GOOGLE', isPrimary: true }]);
  await expect(page.code.comeBack()).rejects.toThrow('Somebody else began this sign-in.');

  const other = new PageOfClients(system.runtime.outputs);
  await other.code.signInAt(federation, 'Google');
  other.location.search = page.location.search;
  await expect(other.code.comeBack()).rejects.toThrow('Somebody else began this sign-in.');

  await other.code.signInAt(federation, 'Google');
  expect((await other.choose('Cancel')).get('error')).toBe('access_denied');
  await expect(other.code.comeBack()).rejects.toThrow('access_denied');
});
