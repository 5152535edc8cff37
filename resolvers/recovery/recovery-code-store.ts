import { randomUUID } from 'node:crypto';
import { type AttributeValue, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AccountTable } from '../account-table/account-table.ts';
import { UnclearOutcome } from '../aws/no-answer.ts';
import { type HashedCodes, hashCode, newCodes } from './recovery-codes.ts';

/** How many codes a user has left, and when they were made; null for a user who has made none. */
interface CodesState {
  readonly remaining: number;
  readonly createdAt: string | null;
}

export interface RecoveryCodes {
  /** Ten new codes in the place of all that there were. They are shown here and never again. */
  replace(sub: string): Promise<readonly string[]>;
  state(sub: string): Promise<CodesState>;
  /**
   * Takes a code away for a recovery, so that nobody else can use it. Null for a code that the user has not, or not any
   * more.
   * @param code What `readCode` made of it; null is never right, and takes as long.
   */
  claim(sub: string, code: string | null): Promise<Claim | null>;
}

/**
 * A code that is in use: it is used up once the recovery is `done`, and until then may be claimed again, should this
 * one fail.
 */
interface Claim {
  /** The recovery is complete: the code is worth nothing any more. */
  done(): Promise<void>;
  /** The recovery has failed: the same code may be tried again at once. */
  release(): Promise<void>;
}

const item = 'recovery-codes';
/**
 * No recovery runs longer: the function ends after 27 s. Then whoever claimed the code has failed without saying so.
 */
const LEASE_SECONDS = 30;
/** A recovery that failed half-way is tried again soon, or with another code. */
const REPEATABLE_SECONDS = 900;
/** For users who have no codes, so that their refusal takes as long. */
const noSalt = Buffer.alloc(16).toString('base64');

type Values = Readonly<Record<string, AttributeValue>>;

/**
 * The recovery codes of each user: one item that holds a set of hashes. A code is used by taking its hash out of the
 * set on the condition that it is in it, in one step: of those who come at once with the same code, one succeeds.
 */
export function createRecoveryCodes({ dynamodb, table, now }: AccountTable): RecoveryCodes {
  const key = (sub: string) => ({ owner: { S: sub }, item: { S: item } });
  const seconds = () => Math.floor(now() / 1000);
  const read = async (sub: string) =>
    (await dynamodb.send(new GetItemCommand({ TableName: table, Key: key(sub), ConsistentRead: true }))).Item;
  /** @returns Whether the condition held. */
  const update = async (sub: string, expression: string, condition: string, values: Values): Promise<boolean> => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: key(sub),
      UpdateExpression: expression,
      ConditionExpression: condition,
      ExpressionAttributeValues: values,
    });
    try {
      await dynamodb.send(command);
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  };

  return {
    replace: async (sub) => {
      const { codes, hashed } = await newCodes();
      await dynamodb.send(new PutItemCommand({ TableName: table, Item: { ...key(sub), ...toItem(hashed, now()) } }));
      return codes;
    },
    state: async (sub) => {
      const { hashes, createdAt } = (await read(sub)) ?? {};
      return { remaining: hashes?.SS?.length ?? 0, createdAt: createdAt?.S ?? null };
    },
    claim: async (sub, code) => {
      const salt = (await read(sub))?.['salt']?.S;
      const hash = await hashCode(code ?? '', salt ?? noSalt);
      if (salt === undefined || code === null) return null;
      const claim = randomUUID();
      // Only this claim is ended: the user may have begun another recovery, or made new codes, by then.
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
        // It may have been carried out all the same.
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
