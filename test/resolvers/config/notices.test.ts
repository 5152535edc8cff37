import { describe, expect, test } from 'vitest';
import { accountConfig } from '../../../resolvers/config/functions/account.ts';
import { account } from './environments.ts';

describe('notices', () => {
  const sender = { from: 'login@acme.example', replyTo: null, region: 'eu-west-1', configurationSet: null };

  test('are sent in the Region of the sender', () => {
    const { notices } = accountConfig({ ...account, NOTICE_SENDER: JSON.stringify(sender) });
    expect(notices.sender).toEqual({ ...sender, aws: { region: 'eu-west-1', endpoint: null } });
  });

  test('of an unknown kind, and by a sender without an address, are refused by name', () => {
    expect(() => accountConfig({ ...account, NOTICES: 'birthday' })).toThrow(/^NOTICES must be one of/);
    expect(() => accountConfig({ ...account, NOTICE_SENDER: '{}' })).toThrow('NOTICE_SENDER.from must be a string.');
  });
});
