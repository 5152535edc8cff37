import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import type { Table } from '../../../local/aws/dynamodb/table.ts';
import { createDynamoDb } from '../../../local/aws/dynamodb.ts';
import { openDatabase } from '../../../local/data/database.ts';
import { sdkWire } from '../wire/in-process.ts';
import { standingClock, worldOf } from '../world.ts';
import { behindDoor, functionsKeyId } from './aws.ts';

export function table(name: string, key: Record<string, 'S' | 'N' | 'B'>, timeToLive: string | null = null): Table {
  const arn = `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`;
  return { name, arn, key: new Map(Object.entries(key)), timeToLive };
}

/** The real SDK over the service, in this process, with a clock of its own. */
export function startDynamoDb(tables: readonly Table[], { dataDir = ':memory:', accessKeyId = functionsKeyId } = {}) {
  const database = openDatabase(dataDir);
  const clock = standingClock(1_800_000_000_000);
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: 'http://dynamodb.test',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'x' },
    requestHandler: sdkWire(behindDoor(createDynamoDb({ database, world: worldOf(clock), tables: () => tables }))),
  });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) database.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { clock, client, close };
}
