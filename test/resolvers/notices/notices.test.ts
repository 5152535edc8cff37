import { describe, expect, test } from 'vitest';
import type { AccountEvent } from '../../../resolvers/activity/events.ts';
import type { Request } from '../../../resolvers/call/request.ts';
import { NoticeKind } from '../../../resolvers/config/notice-kind.ts';
import type { NoticeTexts } from '../../../resolvers/notices/notice-texts.ts';
import { createNotices, type Mail } from '../../../resolvers/notices/notices.ts';
import type { Person } from '../../../resolvers/notices/person.ts';

const request: Request = {
  requestId: 'r',
  accessToken: null,
  identity: null,
  sourceIp: '192.0.2.1',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};
const words = (name: string) => ({ subject: name, text: `${name}: {detail}, {when}, {device}, {ipAddress}` });
const noticeKinds = Object.values(NoticeKind);
const texts: NoticeTexts['texts'] = Object.fromEntries(noticeKinds.map((kind) => [kind, words(kind)]));
const ada: Person = { email: 'ada@example.com', locale: '' };

interface Options {
  readonly before?: Person | null;
  readonly after?: Person | null;
  readonly kinds?: readonly NoticeKind[];
  readonly texts?: NoticeTexts['texts'];
  readonly languages?: NoticeTexts['languages'];
  readonly isBroken?: boolean;
}

/** The mails that some events lead to, and how many were lost. */
async function told(events: readonly AccountEvent[], options: Options = {}): Promise<{ mails: Mail[]; lost: unknown[] }> {
  const mails: Mail[] = [];
  const lost: unknown[] = [];
  const given = async (person: Person | null | undefined): Promise<Person> => {
    if (person === null) throw new Error('Nobody knows them.');
    return person ?? ada;
  };
  const listener = createNotices<{ readonly request: Request }>({
    kinds: new Set(options.kinds ?? noticeKinds),
    texts: { texts: options.texts ?? texts, languages: options.languages ?? {} },
    send: async (mail) => {
      if (options.isBroken) throw new Error('SES is out of reach.');
      mails.push(mail);
    },
    before: () => given(options.before),
    after: () => given(options.after),
    now: () => Date.UTC(2026, 1, 28, 17, 5),
    lost: (error) => lost.push(error),
  });
  await (await listener({ field: 'deleteUser' as never, args: {}, context: { request } }))(events);
  return { mails, lost };
}

const event = (kind: AccountEvent['kind'], detail?: string): AccountEvent => ({ kind, owner: 'ada', ...(detail && { detail }) });

const kindOf = {
  passwordChanged: 'PASSWORD_CHANGED',
  addressChanged: 'ADDRESS_CHANGED',
  factorAdded: 'FACTOR_ADDED',
  factorRemoved: 'FACTOR_REMOVED',
  recoveryCodesMade: 'RECOVERY_CODES_MADE',
  accessRecovered: 'ACCESS_RECOVERED',
  accountDeleted: 'ACCOUNT_DELETED',
} as const satisfies Record<NoticeKind, AccountEvent['kind']>;

describe('the owner of an account', () => {
  test('hears what, when, and from where, in plain words', async () => {
    const { mails } = await told([event('FACTOR_ADDED', 'WEB_AUTHN')]);
    expect(mails).toEqual([
      {
        to: 'ada@example.com',
        subject: 'factorAdded',
        text: 'factorAdded: passkey, 2026-02-28 17:05 UTC, Firefox, Linux, 192.0.2.1',
      },
    ]);
  });

  test.each([
    ['PASSWORD_CHANGED', 'passwordChanged'],
    ['PASSWORD_RESET', 'passwordChanged'],
    ['FACTOR_REMOVED', 'factorRemoved'],
    ['RECOVERY_CODES_MADE', 'recoveryCodesMade'],
    ['ACCESS_RECOVERED', 'accessRecovered'],
    ['ACCOUNT_DELETED', 'accountDeleted'],
  ] as const)('hears of %s', async (kind, subject) => {
    expect((await told([event(kind)])).mails.map((mail) => mail.subject)).toEqual([subject]);
  });

  test('hears of a changed address at both', async () => {
    const { mails } = await told([event('ADDRESS_CHANGED', 'email')], { after: { email: 'ada@new.example', locale: '' } });
    expect(mails.map(({ to }) => to)).toEqual(['ada@example.com', 'ada@new.example']);
    const once = await told([event('ADDRESS_CHANGED', 'phone_number')], { after: { email: 'Ada@example.com', locale: '' } });
    expect(once.mails).toHaveLength(1);
  });

  test('hears of nothing else, and of nothing that the stage has off', async () => {
    expect((await told([event('SIGNED_IN'), event('PROFILE_CHANGED')])).mails).toEqual([]);
    expect((await told([event('PASSWORD_CHANGED')], { kinds: ['accountDeleted'] })).mails).toEqual([]);
  });

  test('hears it in words of ours, unless the stage has its own', async () => {
    for (const kind of noticeKinds) {
      const { mails } = await told([event(kindOf[kind], 'email')], { texts: {} });
      expect(mails[0]?.text).toContain('2026-02-28 17:05 UTC, Firefox, Linux, 192.0.2.1');
      expect(mails[0]?.text).not.toMatch(/[{}]/);
    }
  });

  test('hears nothing at an address that they have not proved', async () => {
    expect((await told([event('PASSWORD_CHANGED')], { before: { email: null, locale: '' } })).mails).toEqual([]);
  });

  test('is read after the call where they could not be read before', async () => {
    expect((await told([event('PASSWORD_CHANGED')], { before: null })).mails.map(({ to }) => to)).toEqual(['ada@example.com']);
  });

  test.each([
    ['de-AT', 'Passwort'],
    ['de_CH', 'Passwort'],
    ['fr', 'passwordChanged'],
  ])('hears it in their language: %s', async (locale, subject) => {
    const languages = { de: { passwordChanged: { subject: 'Passwort', text: 'Geändert.' } } };
    const { mails } = await told([event('PASSWORD_CHANGED')], { before: { ...ada, locale }, languages });
    expect(mails[0]?.subject).toBe(subject);
  });
});

describe('a mail that cannot be sent', () => {
  test('fails nothing, and is told', async () => {
    expect((await told([event('PASSWORD_CHANGED')], { isBroken: true })).lost).toHaveLength(1);
    expect((await told([event('PASSWORD_CHANGED')], { before: null, after: null })).lost).toHaveLength(1);
  });

  test('is no loss where nothing has happened', async () => {
    expect((await told([], { before: null, after: null })).lost).toEqual([]);
  });
});
