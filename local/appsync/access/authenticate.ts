import { createHash, timingSafeEqual } from 'node:crypto';
import { JOSEError, JWTExpired } from 'jose/errors';
import type { HttpRequest } from '../../http/http-message.ts';
import type { AuthMode, Caller, UserPoolMode } from '../model/auth-mode.ts';
import type { GraphqlApiOptions } from '../model/graphql-api-model.ts';
import { unauthorized } from '../request/refusal.ts';
import { sourceIp } from '../request/request-context.ts';
import { createTokenVerifier, UnacceptableToken, type VerifyToken } from './token.ts';

export type Authenticate = (request: HttpRequest) => Promise<Caller>;

/**
 * Checks the credential of a request, and throws AppSync's 401 if it is missing or invalid. If there is both an
 * `x-api-key` and an `authorization` header, the key decides: the caller is then anonymous, whatever the token says.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.two-credentials
 */
export function createAuthenticator({ model, apiKey, userPools, world }: GraphqlApiOptions): Authenticate {
  const modes: readonly AuthMode[] = [model.defaultMode, ...model.additionalModes];
  const keyMode = modes.findIndex((mode) => mode.type === 'API_KEY');
  const hasIam = modes.some((mode) => mode.type === 'AWS_IAM');
  const pools = modes.flatMap((mode, index) =>
    mode.type === 'AMAZON_COGNITO_USER_POOLS' ? [{ mode, isDefaultMode: index === 0 }] : [],
  );
  const verifiers = new Map(
    pools.map(({ mode, isDefaultMode }) => {
      const issuer = userPools(mode.userPoolId);
      return [issuer.issuer, { verify: createTokenVerifier(issuer, mode, world), mode, isDefaultMode }];
    }),
  );
  const expectedKey = digest(apiKey);
  const missing = modes.length > 1 ? 'Valid authorization header not provided.' : 'You are not authorized to make this call.';

  return async (request) => {
    const key = request.headers['x-api-key'];
    if (keyMode !== -1 && key !== undefined) {
      if (!timingSafeEqual(digest(key), expectedKey)) throw unauthorized('You are not authorized to make this call.');
      return { mode: 'API_KEY', isDefaultMode: keyMode === 0 };
    }
    const authorization = request.headers['authorization'] ?? '';
    if (hasIam && isSigned(authorization)) throw unauthorized('Permission denied');
    const token = authorization.replace(/^Bearer +/i, '').trim();
    if (token === '') throw unauthorized(missing);
    return signedIn(request, token, verifiers, modes.length > 1);
  };
}

type Verifiers = ReadonlyMap<
  string,
  { readonly verify: VerifyToken; readonly mode: UserPoolMode; readonly isDefaultMode: boolean }
>;

async function signedIn(request: HttpRequest, token: string, verifiers: Verifiers, isMultiMode: boolean): Promise<Caller> {
  const issuer = claimedIssuer(token);
  // An API with one mode says what is wrong with the token. With several modes it only says that none accepted the
  // header.
  // @see docs/aws-behaviour/appsync.md#appsync.auth.texts
  const unreadable = isMultiMode ? 'Valid authorization header not provided.' : 'Unable to parse JWT token.';
  if (issuer === undefined) throw unauthorized(unreadable);
  const pool = verifiers.get(issuer);
  if (pool === undefined) throw unauthorized(isMultiMode ? unreadable : 'You are not authorized to make this call.');
  try {
    const claims = await pool.verify(token);
    const groups = groupsOf(claims);
    const username = claims['token_use'] === 'id' ? claims['cognito:username'] : claims['username'];
    return {
      mode: 'AMAZON_COGNITO_USER_POOLS',
      isDefaultMode: pool.isDefaultMode,
      groups: groups ?? [],
      identity: {
        claims,
        // AdditionalAuthenticationProviders cannot set a default action.
        defaultAuthStrategy: pool.isDefaultMode ? pool.mode.defaultAction : 'ALLOW',
        groups,
        issuer,
        sourceIp: sourceIp(request),
        sub: String(claims['sub']),
        username: typeof username === 'string' ? username : '',
      },
    };
  } catch (error) {
    if (error instanceof JWTExpired) throw unauthorized('Token has expired.');
    if (error instanceof UnacceptableToken) throw unauthorized('Unauthorized');
    if (error instanceof JOSEError) throw unauthorized(isMultiMode ? unreadable : 'You are not authorized to make this call.');
    throw error;
  }
}

/**
 * Signature Version 4. The signature is not verified, since no signed caller has permission here.
 * @see docs/aws-behaviour/appsync.md#appsync.auth.iam-refusal
 */
function isSigned(authorization: string): boolean {
  return authorization.startsWith('AWS4-HMAC-SHA256');
}

/** The issuer that the unverified token names; undefined if it is not a JWT. */
function claimedIssuer(token: string): string | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const payload: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    if (typeof payload !== 'object' || payload === null || !('iss' in payload)) return undefined;
    return typeof payload.iss === 'string' ? payload.iss : undefined;
  } catch {
    return undefined;
  }
}

function groupsOf(claims: Readonly<Record<string, unknown>>): string[] | null {
  const groups = claims['cognito:groups'];
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
