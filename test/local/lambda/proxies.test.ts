import { describe, expect, test } from 'vitest';
import { proxyVariables } from '../../../local/lambda/proxies.ts';

const proxy = 'http://user:word@proxy.example:8080';
const loopback = 'localhost,127.0.0.1,[::1]';

describe('proxyVariables', () => {
  test('returns none if the machine has none, none that Node can use, or has switched them off', () => {
    expect(proxyVariables({})).toEqual({});
    expect(proxyVariables({ HTTP_PROXY: '', NO_PROXY: 'corp.example', NODE_USE_ENV_PROXY: '1' })).toEqual({});
    expect(proxyVariables({ HTTPS_PROXY: 'socks5://proxy.example:1080' })).toEqual({});
    expect(proxyVariables({ HTTPS_PROXY: 'http://' })).toEqual({});
    expect(proxyVariables({ HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: '0' })).toEqual({});
  });

  test.each([
    ['alone', { HTTPS_PROXY: proxy }],
    ['as Node wants it', { HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: '1' }],
    ['in small letters', { https_proxy: proxy }],
    ['in small letters, which go first', { https_proxy: proxy, HTTPS_PROXY: 'http://other.example' }],
  ])('takes a proxy %s, and spares this machine', (_, variables) => {
    expect(proxyVariables(variables)).toEqual({ HTTPS_PROXY: proxy, NO_PROXY: loopback, NODE_USE_ENV_PROXY: '1' });
  });

  test('takes a host without a scheme, and keeps whom the machine calls directly', () => {
    expect(proxyVariables({ HTTP_PROXY: 'proxy.example:8080', no_proxy: '.corp.example, 10.0.0.1' })).toEqual({
      HTTP_PROXY: 'http://proxy.example:8080',
      NO_PROXY: `.corp.example, 10.0.0.1,${loopback}`,
      NODE_USE_ENV_PROXY: '1',
    });
  });
});
