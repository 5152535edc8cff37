import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { body, codeOf, createOAuthPool, exchange, send, withDomain } from '../../../support/cognito/oauth.ts';
import { withAda } from '../../../support/cognito/people.ts';
import { createTestPool } from '../../../support/cognito/pool.ts';

const refused = (error: string) => ({ status: 400, body: JSON.stringify({ error }) });

describe('a client with secrets', () => {
  const Given = 'a+secret+with+plus+signs+in+it';
  const secretly = async () => {
    const pool = await withAda(createOAuthPool({ GenerateSecret: true }));
    const ids = { UserPoolId: pool.userPoolId, ClientId: pool.clientId };
    await pool.cognito.addUserPoolClientSecret({ ...ids, ClientSecret: Given });
    return { pool, secret: pool.pools.userPoolClientSecret(pool.clientId) ?? '' };
  };
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });

  test('shows either of them, in the header or in the form', async () => {
    const { pool, secret } = await secretly();
    for (const [more, headers] of [
      [{ client_secret: secret }, {}],
      [{ client_secret: Given }, {}],
      [{ client_id: undefined }, basic(pool.clientId, secret)],
      [{}, basic(pool.clientId, Given)],
      [{}, basic(pool.clientId, encodeURIComponent(Given))],
    ] as const) {
      expect((await exchange(pool, await codeOf(pool), more, headers)).status).toBe(200);
    }
  });

  test('must show one, in one place', async () => {
    const { pool, secret } = await secretly();
    for (const [more, headers, error] of [
      [{}, {}, 'invalid_client'],
      [{ client_secret: 'wrong' }, {}, 'invalid_client'],
      [{}, basic(pool.clientId, 'wrong'), 'invalid_client'],
      [{}, { authorization: 'Bearer x' }, 'invalid_client'],
      [{ client_id: 'other' }, basic(pool.clientId, secret), 'invalid_client'],
      [{ client_secret: secret }, basic(pool.clientId, secret), 'invalid_request'],
    ] as const) {
      expect(await exchange(pool, await codeOf(pool), more, headers)).toMatchObject(refused(error));
    }
    const world = await withAda(createOAuthPool());
    expect(await exchange(world, await codeOf(world), { client_secret: 'unwanted' })).toMatchObject(refused('invalid_client'));
  });

  test('gets a token for itself, with its custom scopes', async () => {
    const machines = withDomain(createTestPool());
    const ids = { UserPoolId: machines.userPoolId };
    const Scopes = ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName }));
    await machines.cognito.createResourceServer({ ...ids, Identifier: 'solar', Name: 'Solar', Scopes });
    const client_id = machines.pools.provisionUserPoolClient('Machine', {
      ...ids,
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['solar/read', 'solar/write'],
    });
    const headers = basic(client_id, machines.pools.userPoolClientSecret(client_id) ?? '');
    const ask = (more: Record<string, string>) =>
      send(machines, '/oauth2/token', { form: { grant_type: 'client_credentials', ...more }, headers });
    const { access_token, ...rest } = body(await ask({ scope: 'solar/read' }));
    expect(rest).toEqual({ expires_in: 3600, token_type: 'Bearer' });
    expect(decodeJwt(access_token)).toMatchObject({ sub: client_id, client_id, scope: 'solar/read', version: 2 });
    expect(decodeJwt(body(await ask({})).access_token)['scope']).toBe('solar/read solar/write');
    expect(await ask({ scope: 'solar/delete' })).toMatchObject(refused('invalid_scope'));
    expect(await ask({ aws_client_metadata: '{' })).toMatchObject(refused('invalid_request'));
    expect(await ask({ grant_type: 'authorization_code' })).toMatchObject(refused('unauthorized_client'));
    expect(body(await ask({ grant_type: 'refresh_token', refresh_token: 'x' }))).toEqual({ error: 'unauthorized_client' });
    const { pool, secret } = await secretly();
    const form = { grant_type: 'client_credentials', client_id: pool.clientId, client_secret: secret };
    expect(await send(pool, '/oauth2/token', { form })).toMatchObject(refused('unauthorized_client'));
  });
});
