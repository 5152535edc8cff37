import { describe, expect, test } from 'vitest';
import { type CustomMessageEvent, inWords, type MessageTexts, type Words } from '../../../resolvers/triggers/message-texts.ts';

const words = (name: string, placeholders = '{####}'): Words => ({
  subject: `${name} subject`,
  email: `${name} mail ${placeholders}`,
  sms: `${name} text ${placeholders}`,
});

const messages: MessageTexts = {
  texts: {
    verification: words('Verify'),
    invitation: words('Welcome', '{username} {####}'),
    signIn: words('Sign in'),
    reset: null,
  },
  languages: {
    de: { verification: words('Bestätigen'), reset: words('Zurücksetzen'), invitation: words('Willkommen', '{username} {####}') },
    'de-AT': { verification: words('Bestätigen, bitte') },
    fr: { verification: words('Confirmer') },
  },
};

interface Asked {
  readonly source: string;
  readonly metadata?: Record<string, string> | null;
  readonly attributes?: Record<string, string>;
}

function event({ source, metadata, attributes = {} }: Asked): CustomMessageEvent & { readonly version: string } {
  return {
    version: '1',
    triggerSource: `CustomMessage_${source}`,
    request: {
      userAttributes: attributes,
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: source === 'AdminCreateUser' ? '{username}' : null,
      ...(metadata !== undefined && { clientMetadata: metadata }),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  };
}

const subjectOf = (asked: Asked, texts = messages) => inWords(event(asked), texts).response['emailSubject'];

describe('the occasion', () => {
  test.each([
    ['SignUp', 'Verify subject'],
    ['ResendCode', 'Verify subject'],
    ['UpdateUserAttribute', 'Verify subject'],
    ['VerifyUserAttribute', 'Verify subject'],
    ['AdminCreateUser', 'Welcome subject'],
    ['Authentication', 'Sign in subject'],
    ['ForgotPassword', 'Verify subject'],
  ])('%s has words of its own: %s', (source, subject) => {
    expect(subjectOf({ source })).toBe(subject);
  });

  test('ForgotPassword goes before a verification where the stage has words for it', () => {
    const texts = { ...messages, texts: { ...messages.texts, reset: words('Reset') } };
    expect(subjectOf({ source: 'ForgotPassword' }, texts)).toBe('Reset subject');
  });

  test('of another trigger, or one that is new, leaves the event alone', () => {
    for (const source of ['Tomorrow', 'constructor']) {
      const untouched = event({ source });
      expect(inWords(untouched, messages)).toBe(untouched);
    }
  });
});

describe('the language', () => {
  test.each<[string, Omit<Asked, 'source'>, string]>([
    ['clientMetadata.locale', { metadata: { locale: 'de' } }, 'Bestätigen subject'],
    ['a region of it', { metadata: { locale: 'de-AT' } }, 'Bestätigen, bitte subject'],
    ['a region that has no words', { metadata: { locale: 'de-CH' } }, 'Bestätigen subject'],
    ['another spelling', { metadata: { locale: 'DE_at' } }, 'Bestätigen, bitte subject'],
    ['a POSIX one', { metadata: { locale: 'de_AT.UTF-8' } }, 'Bestätigen, bitte subject'],
    ['a script', { metadata: { locale: 'de-Latn-DE' } }, 'Bestätigen subject'],
    ['the attribute', { attributes: { locale: 'de-AT' } }, 'Bestätigen, bitte subject'],
    ['metadata before the attribute', { metadata: { locale: 'fr' }, attributes: { locale: 'de' } }, 'Confirmer subject'],
    [
      'the attribute where metadata names an unknown one',
      { metadata: { locale: 'xx' }, attributes: { locale: 'de' } },
      'Bestätigen subject',
    ],
    [
      'the attribute where metadata says something else',
      { metadata: { a: 'b' }, attributes: { locale: 'de' } },
      'Bestätigen subject',
    ],
    ["the stage's own", { metadata: null, attributes: { locale: 'xx' } }, 'Verify subject'],
    ["the stage's own, as nothing is said", {}, 'Verify subject'],
    ['no language at all', { metadata: { locale: 'constructor' } }, 'Verify subject'],
    ['nor a prototype', { metadata: { locale: '__proto__' } }, 'Verify subject'],
    ['nor markup', { metadata: { locale: '<b>de</b>' } }, 'Verify subject'],
  ])('is that of %s', (_, asked, subject) => {
    expect(subjectOf({ source: 'SignUp', ...asked })).toBe(subject);
  });

  test('of a region is filled up from the language, then from the stage', () => {
    const austrian = (source: string) => subjectOf({ source, metadata: { locale: 'de-AT' } });
    expect(['ForgotPassword', 'AdminCreateUser', 'Authentication'].map(austrian)).toEqual([
      'Zurücksetzen subject',
      'Willkommen subject',
      'Sign in subject',
    ]);
    // The language goes before the occasion.
    expect(subjectOf({ source: 'ForgotPassword', metadata: { locale: 'fr' } })).toBe('Confirmer subject');
  });
});

describe('the words', () => {
  test("hold the event's own parameters, and all else of it stays", () => {
    const asked = event({ source: 'AdminCreateUser', metadata: { locale: 'de', note: 'kept' } });
    const request = { ...asked.request, codeParameter: '$&{username}', usernameParameter: '$1{####}' };
    const answer = inWords({ ...asked, request }, messages);
    expect(answer).toEqual({
      ...asked,
      request,
      response: {
        emailSubject: 'Willkommen subject',
        emailMessage: 'Willkommen mail $1{####} $&{username}',
        smsMessage: 'Willkommen text $1{####} $&{username}',
      },
    });
  });

  test('what the response has besides stays', () => {
    const asked = { ...event({ source: 'SignUp' }), response: { emailSubject: null, later: 1 } };
    expect(inWords(asked, messages).response).toMatchObject({ later: 1, emailSubject: 'Verify subject' });
  });

  const linked: MessageTexts = {
    texts: { verification: { subject: 'S', email: 'Please {##confirm##}.', sms: 'Code {####}' } },
    languages: { de: { verification: { subject: 'B', email: 'Bitte {##bestätigen##}.', sms: 'Code {####}' } } },
  };

  test.each(['SignUp', 'ResendCode'])("a link of %s keeps its own words, in Cognito's form", (source) => {
    const { response } = inWords(event({ source, metadata: { locale: 'de' } }), linked);
    expect(response).toEqual({ emailSubject: 'B', emailMessage: 'Bitte {##bestätigen##}.', smsMessage: 'Code {####}' });
  });

  test('a link parameter of another form is put in', () => {
    const asked = event({ source: 'SignUp' });
    const request = { ...asked.request, linkParameter: 'https://example.com/confirm' };
    expect(inWords({ ...asked, request }, linked).response['emailMessage']).toBe('Please https://example.com/confirm.');
  });

  test.each(['ForgotPassword', 'UpdateUserAttribute', 'VerifyUserAttribute'])(
    '%s wants a code: words with a link are not sent',
    (source) => {
      expect(inWords(event({ source }), linked).response).toEqual({
        emailMessage: null,
        emailSubject: null,
        smsMessage: 'Code {####}',
      });
    },
  );
});
