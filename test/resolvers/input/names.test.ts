import { describe, expect, test } from 'vitest';
import { isReserved, refuseMisleading } from '../../../resolvers/input/names.ts';

const reserved = ['admin', 'support', 'no-reply'];

describe('a name', () => {
  test.each([
    'ada',
    'Ada_1',
    "o'neil",
    'françois',
    'Иван',
    'Γιώργος',
    'さくらABC',
    '田中',
    '김철수',
    'דוד',
    'ada@example.com',
    'a+b@x.org',
  ])('%s passes', (name) => expect(() => refuseMisleading('username', name)).not.toThrow());

  test.each([
    ['a Cyrillic letter among Latin ones', '\u0430dmin', /one script/],
    ['a Greek letter among Latin ones', 'adm\u03b9n', /one script/],
    ['full-width letters', '\uff41\uff44\uff4d\uff49\uff4e', /look like others/],
    ['a letter of its own that reads as two', 'ﬁsh', /look like others/],
    ['a slash that is none', 'evil.example\u2215path', /look like others/],
    ['a fraction slash', 'evil.example\u2044path', /look like others/],
    ['a zero-width space', 'ad\u200bmin', /look like others/],
    ['a change of direction', '\u202enimda', /look like others/],
    ['Cyrillic that reads as Latin', '\u0441\u043e\u0440\u0435', /looks like a name in Latin letters/],
    ['the id of a user', '5639ea10-9416-43c0-b3b0-fbf37aa2600c', /id of a user/],
  ])('with %s is refused', (_, name, message) => {
    expect(() => refuseMisleading('username', name)).toThrow(message);
  });

  test.each([
    'admin',
    'ADMIN',
    'Adm1n',
    'ad.min',
    'adm_in',
    '\u0430dmin',
    '\uff21\uff24\uff2d\uff29\uff2e',
    'noreply',
    'supp0rt',
  ])('%s reads as one that is reserved', (name) => expect(isReserved(name, reserved)).toBe(true));

  test.each(['ada', 'administration', 'sup'])('%s does not', (name) => expect(isReserved(name, reserved)).toBe(false));
});
