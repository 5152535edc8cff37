import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { incorrectCredentials } from '../wire/errors.ts';
import { expiredSession, type OpenSession } from './challenge-sessions.ts';

// The SECRET_BLOCK of an SRP exchange contains the whole encrypted step. So starting an exchange stores nothing, and an
// answer needs no Session. Only the use of a block is stored.

interface Block {
  readonly clientId: string;
  readonly userId: number;
  readonly nobody: string | undefined;
  readonly credential: number;
  readonly step: unknown;
  readonly expiresAt: number;
}

/** Base64. */
export function sealBlock({ world, seal }: Services, client: UserPoolClient, user: User, step: object): string {
  const block: Block = {
    clientId: client.id,
    userId: user.id,
    nobody: user.imaginedFrom,
    credential: user.credential,
    step,
    expiresAt: world.now() + client.settings.AuthSessionValidity * 60_000,
  };
  return Buffer.from(seal(JSON.stringify(block))).toString('base64');
}

/** Throws NotAuthorizedException for a block that was made up, belongs to another client, or is too old. */
export function openBlock(services: Services, client: UserPoolClient, secretBlock: string): OpenSession {
  const { challengeSessions, world } = services;
  const { clientId, expiresAt, userId, nobody, credential, step } = unsealed(services, secretBlock);
  if (clientId !== client.id) throw incorrectCredentials();
  if (expiresAt <= world.now()) throw expiredSession();
  const used = {
    poolId: client.poolId,
    clientId,
    userId,
    credential,
    sealedStep: new Uint8Array(),
    used: true,
    expiresAt,
  };
  const hash = createHash('sha256').update('SECRET_BLOCK').update(secretBlock).digest();
  return { userId, nobody, credential, step, consume: () => challengeSessions.insert(hash, used) };
}

function unsealed({ open }: Services, secretBlock: string): Block {
  const bytes = Buffer.from(secretBlock, 'base64');
  // Base64 can spell the same bytes in several ways; another spelling would pass for an unused block.
  if (bytes.toString('base64') !== secretBlock) throw incorrectCredentials();
  try {
    return JSON.parse(open(bytes));
  } catch {
    // Only what this user pool encrypted can be decrypted.
    throw incorrectCredentials();
  }
}
