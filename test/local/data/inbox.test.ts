import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../local/data/database.ts';
import { type Inbox, openInbox } from '../../../local/data/inbox.ts';
import type { Message } from '../../../local/data/message.ts';
import { makeFolder } from '../../support/local/folders.ts';

function inboxIn(dataDir: string): Inbox {
  const database = openDatabase(dataDir);
  onTestFinished(() => database.close());
  return openInbox(database);
}

function mail(to: string, code = '123456'): Message {
  const body = `Your code is ${code}`;
  return { to, channel: 'EMAIL', kind: 'SignUp', subject: 'Verify', body, code, sentAt: '2026-11-23T12:00:00.000Z' };
}

describe('openInbox', () => {
  test('gives messages newest first, numbered in the order of delivery', () => {
    const inbox = inboxIn(':memory:');
    expect(inbox.newest()).toBe(0);
    inbox.deliver(mail('ann@example.com', '1'));
    inbox.deliver(mail('bob@example.com', '2'));
    expect(inbox.messages()).toEqual([
      { id: 2, ...mail('bob@example.com', '2') },
      { id: 1, ...mail('ann@example.com', '1') },
    ]);
    expect(inbox.messages({ limit: 1 })).toHaveLength(1);
    expect(inbox.newest()).toBe(2);
    expect(inbox.message(1)).toEqual({ id: 1, ...mail('ann@example.com', '1') });
    expect(inbox.message(3)).toBeUndefined();
  });

  test('finds the messages to one recipient, in upper or lower case', () => {
    const inbox = inboxIn(':memory:');
    inbox.deliver(mail('Ann@example.com'));
    inbox.deliver(mail('bob@example.com'));
    expect(inbox.messages({ to: 'ann@EXAMPLE.com' })).toMatchObject([{ to: 'Ann@example.com' }]);
    expect(inbox.messages({ to: 'carl@example.com' })).toEqual([]);
  });

  test('keeps the newest thousand', () => {
    const inbox = inboxIn(':memory:');
    for (let number = 1; number <= 1002; number += 1) inbox.deliver(mail('ann@example.com', String(number)));
    const kept = inbox.messages();
    expect(kept).toHaveLength(1000);
    expect(kept.at(-1)).toMatchObject({ id: 3, code: '3' });
  });

  test('tells of each delivery until it is told to stop', () => {
    const inbox = inboxIn(':memory:');
    let told = 0;
    const stop = inbox.onDelivery(() => {
      told += 1;
    });
    inbox.deliver(mail('ann@example.com'));
    stop();
    inbox.deliver(mail('ann@example.com'));
    expect(told).toBe(1);
  });

  test('keeps messages over a restart, and no code in clear on disk', () => {
    const dataDir = makeFolder();
    const first = openDatabase(dataDir);
    openInbox(first).deliver(mail('ann@example.com', 'Secret-code-8472'));
    first.close();
    expect(inboxIn(dataDir).messages()).toMatchObject([{ code: 'Secret-code-8472' }]);
    for (const name of readdirSync(dataDir)) expect(readFileSync(join(dataDir, name)).includes('Secret-code-8472')).toBe(false);
  });
});
