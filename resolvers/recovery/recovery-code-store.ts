import { randomUUID } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { AccountTable } from '../account-table/account-table.ts';
import type { Plain } from '../aws/json-protocol.ts';
import { UnclearOutcome } from '../aws/no-answer.ts';
import { type HashedCodes, hashCode, newCodes } from './recovery-codes.ts';

/** How many codes a user has left, and when they were created; null if the user has never created any. */
interface CodesState {
  readonly remaining: number;
  readonly createdAt: string | null;
}

export interface RecoveryCodes {
  /** Creates ten new codes that replace all earlier ones. They are returned only once. */
  replace(sub: string): Promise<readonly string[]>;
  state(sub: string): Promise<CodesState>;
  /** Makes all that a user has worthless. */
  remove(sub: string): Promise<void>;
  /**
   * Claims a code for a recovery, so that nobody else can use it. Null if the user does not have the code (any more).
   * @param code The result of `readCode`. Null is never right, and takes equally long.
   */
  claim(sub: string, code: string | null): Promise<Claim | null>;
}

/** A claimed code. It is used up once the recovery is `done`. If the recovery fails, the code can be claimed again. */
interface Claim {
  /** The recovery is complete, and the code is now used up. */
  done(): Promise<void>;
  /** The recovery has failed, and the same code can be used again at once. */
  release(): Promise<void>;
}

const item = 'recovery-codes';
/** No recovery takes longer, since the function ends after 27 s. Then the claim has failed without saying so. */
const LEASE_SECONDS = 30;
/** How soon a recovery that failed half-way is usually tried again; another code can be used before. */
const REPEATABLE_SECONDS = 900;
/** For users without codes, so that their refusal takes equally long. */
const noSalt = Buffer.alloc(16).toString('base64');

type Values = Readonly<Record<string, Plain<AttributeValue>>>;

/**
 * The recovery codes of each user: one item with a set of hashes. Using a code removes its hash from the set on the
 * condition that it is there, in one step, so that of concurrent calls with the same code only one succeeds.
 */
export function createRecoveryCodes({ dynamodb, table, now }: AccountTable): RecoveryCodes {
  const key = (sub: string) => ({ owner: { S: sub }, item: { S: item } });
  const seconds = () => Math.floor(now() / 1000);
  const read = async (sub: string) =>
    (await dynamodb.send('GetItem', { TableName: table, Key: key(sub), ConsistentRead: true })).Item;
  /** @returns Whether the condition held. */
  const update = async (sub: string, expression: string, condition: string, values: Values): Promise<boolean> => {
    try {
      await dynamodb.send('UpdateItem', {
        TableName: table,
        Key: key(sub),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      });
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  };

  return {
    replace: async (sub) => {
      const { codes, hashed } = await newCodes();
      await dynamodb.send('PutItem', { TableName: table, Item: { ...key(sub), ...toItem(hashed, now()) } });
      return codes;
    },
    state: async (sub) => {
      const { hashes, createdAt } = (await read(sub)) ?? {};
      return { remaining: hashes?.SS?.length ?? 0, createdAt: createdAt?.S ?? null };
    },
    remove: async (sub) => {
      await dynamodb.send('DeleteItem', { TableName: table, Key: key(sub) });
    },
    claim: async (sub, code) => {
      const salt = (await read(sub))?.['salt']?.S;
      const hash = await hashCode(code ?? '', salt ?? noSalt);
      if (salt === undefined || code === null) return null;
      const claim = randomUUID();
      // Only ends this claim, since the user may have started another recovery or created new codes by then.
      const end = (expression: string, values: Values = {}) =>
        update(sub, expression, 'claim = :claim', { ':claim': { S: claim }, ...values });
      const release = async (): Promise<void> => {
        await end('SET leaseEndsAt = :now', { ':now': { N: String(seconds()) } });
      };
      const at = seconds();
      try {
        const isClaimed = await update(
          sub,
          'SET claim = :claim, claimed = :hash, leaseEndsAt = :leaseEndsAt DELETE hashes :hashes',
          'contains(hashes, :hash) OR (claimed = :hash AND leaseEndsAt BETWEEN :oldest AND :now)',
          {
            ':claim': { S: claim },
            ':hash': { S: hash },
            ':hashes': { SS: [hash] },
            ':leaseEndsAt': { N: String(at + LEASE_SECONDS) },
            ':oldest': { N: String(at - REPEATABLE_SECONDS) },
            ':now': { N: String(at) },
          },
        );
        if (!isClaimed) return null;
      } catch (error) {
        // It may have been carried out nevertheless.
        if (error instanceof UnclearOutcome) await release().catch(() => undefined);
        throw error;
      }
      return { done: async () => void (await end('REMOVE claim, claimed, leaseEndsAt')), release };
    },
  };
}

function toItem({ salt, hashes }: HashedCodes, now: number) {
  return { salt: { S: salt }, hashes: { SS: [...hashes] }, createdAt: { S: new Date(now).toISOString() } };
}
