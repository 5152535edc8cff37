import { describe, expect, test } from 'vitest';
import type { Message } from '../../../local/data/message.ts';
import { onlyLoopback } from '../../../local/http/guard.ts';
import { request } from '../../support/local/requests.ts';
import { dev as devWith, json, outputs } from './dev.ts';

const mail: Message = {
  to: 'ann@example.com',
  channel: 'EMAIL',
  kind: 'SignUp',
  subject: 'Verify',
  body: 'Your code is 123456',
  code: '123456',
  sentAt: '2026-11-23T12:00:00.000Z',
};

const dev = (...messages: Message[]) => devWith({ messages });

describe('/dev/inbox', () => {
  test('gives the messages to an address as they were sent, newest first', async () => {
    const { get } = dev(mail, { ...mail, code: '2' }, { ...mail, to: 'bob@example.com' });
    const answer = await get('/dev/inbox?to=ann%40example.com');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(json(answer)).toEqual([{ ...mail, code: '2' }, mail]);
    expect(json(await get('/dev/inbox'))).toHaveLength(3);
    expect(json(await get('/dev/inbox?to=carl@example.com'))).toEqual([]);
  });

  test('takes a plus that nobody escaped', async () => {
    const sms: Message = { ...mail, to: '+15550100', channel: 'SMS', subject: null };
    const { get } = dev({ ...mail, to: 'ann+1@example.com' }, sms);
    expect(json(await get('/dev/inbox?to=ann+1@example.com'))).toHaveLength(1);
    expect(json(await get('/dev/inbox?to=+15550100'))).toEqual([sms]);
    expect(json(await get('/dev/inbox?to=%2B15550100'))).toEqual([sms]);
  });
});

describe('/dev', () => {
  test('shows the messages, their codes and the addresses, under a policy without inline script', async () => {
    const { get } = dev(mail);
    const { body, headers } = await get('/dev');
    for (const text of ['ann@example.com', '<code>123456</code>', 'Your code is 123456', outputs.ApiKey, 'href="/"'])
      expect(body).toContain(text);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(body).not.toMatch(/ on[a-z]+=| style=|<script(?! type="module" src="\/dev\/page\.js")/);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('what users typed is text, wherever it stands', async () => {
    const hostile = '"><img/src=x/onerror=alert(1)><script>alert(1)</script>';
    const { get } = dev({ ...mail, to: hostile, subject: hostile, code: hostile, body: `Hello ${hostile}`, channel: 'SMS' });
    const { body } = await get(`/dev?to=${encodeURIComponent(hostile)}`);
    expect(body).not.toContain('<img');
    expect(body).not.toContain('<script>');
    expect(body).toContain('&quot;&gt;&lt;img/src=x/onerror=alert(1)&gt;');
  });

  test('the HTML of a mail is shown by a frame that has no rights', async () => {
    const { get } = dev({ ...mail, body: '<p>Hello <b>Ann</b></p><script>alert(1)</script>' });
    expect((await get('/dev')).body).toContain('<iframe src="/dev/mail?id=1" sandbox title="The mail to ann@example.com"');
    const { body, headers } = await get('/dev/mail?id=1');
    expect(body).toContain('<p>Hello <b>Ann</b></p>');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline';/);
  });

  test('the link that confirms a user can be followed, and no other that a mail holds', async () => {
    const address = 'http://localhost:4001/confirmUser?client_id=abc&amp;user_name=ann&amp;confirmation_code=123456';
    const { get } = dev({ ...mail, body: `<a href="http://localhost:4001/elsewhere">x</a> <a href="${address}">Confirm</a>` });
    const { body } = await get('/dev');
    expect(body).toContain(`<a href="${address}" target="_blank" rel="noopener">Open the link of this mail</a>`);
    const { get: other } = dev({ ...mail, body: '<a href="https://evil.example/confirmUser?client_id=abc">Confirm</a>' });
    expect((await other('/dev')).body).not.toContain('Open the link');
  });

  test('can be limited to one recipient', async () => {
    const { get } = dev(mail, { ...mail, to: 'bob@example.com' });
    const { body } = await get('/dev?to=bob@example.com');
    expect(body).toContain('To <b>bob@example.com</b>');
    expect(body).not.toContain('To <b>ann@example.com</b>');
    expect((await get('/dev?to=carl@example.com')).body).toContain('No messages to <b>carl@example.com</b>.');
  });

  test('a search among the users leaves the inbox as it is, and the other way round', async () => {
    const { get } = dev(mail);
    const { body } = await get('/dev?to=bob%2B1@example.com&user=ann');
    expect(body).toContain('<input type="hidden" name="to" value="bob+1@example.com">');
    expect(body).toContain('<input type="hidden" name="user" value="ann">');
    expect(body).toContain('<a href="/dev?to=bob%2B1%40example.com#users">');
    expect(body).toContain('<a href="/dev?user=ann#inbox">');
    expect((await get('/dev')).body).not.toContain('type="hidden"');
  });

  test('its script and its styles are there; nothing else is', async () => {
    const { get } = dev();
    for (const name of ['page.js', 'people.js', 'page-state.js'])
      expect((await get(`/dev/${name}`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/dev/page.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await get('/dev/mail?id=7')).status).toBe(404);
    expect((await get('/dev/page.ts')).status).toBe(404);
  });
});

describe('/dev/messages', () => {
  test('answers at once when there is news', async () => {
    const { get } = dev(mail, { ...mail, to: 'bob@example.com' });
    expect(json(await get('/dev/messages?after=1'))).toEqual({ newest: 2, cards: [expect.stringContaining('bob@example.com')] });
    expect(json(await get('/dev/messages?after=0&to=ann@example.com'))).toEqual({
      newest: 2,
      cards: [expect.stringContaining('ann@example.com')],
    });
  });

  test('waits for a message, and brings it the moment it is sent', async () => {
    const { get, inbox, timers } = dev(mail);
    const news = get('/dev/messages?after=1');
    inbox.deliver({ ...mail, to: 'bob@example.com' });
    expect(json(await news)).toEqual({ newest: 2, cards: [expect.stringContaining('bob@example.com')] });
    expect(timers.set()).toEqual([]);
  });

  test('gives up waiting after 25 seconds', async () => {
    const { get, timers } = dev(mail);
    const news = get('/dev/messages?after=1');
    await timers.ring(25_000);
    expect(json(await news)).toEqual({ newest: 1, cards: [] });
  });
});

describe('who may read', () => {
  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('%s may not', async (_, headers) => {
    const { get } = dev(mail);
    for (const url of ['/dev', '/dev/inbox', '/dev/messages?after=0', '/dev/mail?id=1']) {
      const { status, body } = await get(url, headers);
      expect({ status, body }).toEqual({ status: 403, body: 'A page of another site may not read this.\n' });
    }
  });

  test.each([
    ['the page itself', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a followed link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a program', {}],
  ])('%s may', async (_, headers) => {
    expect((await dev(mail).get('/dev', headers)).status).toBe(200);
  });

  test('nothing is sent here', async () => {
    const answer = await dev(mail).pages(request('/dev/inbox', {}, { method: 'POST' }));
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test.each(['localhost', 'localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'LOCALHOST:1'])(
    'the host %s is this machine',
    async (host) => {
      expect((await onlyLoopback(dev().pages)(request('/dev', { host }))).status).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost:4000@evil.example',
    '',
  ])('a request to the host %j is refused', async (host) => {
    expect((await onlyLoopback(dev(mail).pages)(request('/dev/inbox', { host }))).status).toBe(403);
  });
});
