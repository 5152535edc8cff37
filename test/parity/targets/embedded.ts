import { createTestPools } from '../../support/cognito/pool.ts';
import type { Target } from '../probe/target.ts';
import { probePools } from './pools.ts';

/** The embedded user pool in this process, with a clock of its own. */
export function embedded(): Target {
  const { cognito, pools, clock, outbox } = createTestPools();
  const { poolFor, close } = probePools(cognito);
  return {
    from: 'the embedded user pool',
    open: async (story) => ({
      ...(await poolFor(story)),
      cognito,
      async post(operation, text) {
        const headers = {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        };
        const request = { method: 'POST', url: '/', headers, body: text, remoteAddress: '127.0.0.1' };
        const { status, body } = await pools.handle(request);
        return { status, body: String(body) };
      },
      now: clock.now,
      advance: (seconds) => clock.advance({ seconds }),
      codeFor(address) {
        const code = outbox.findLast(({ to }) => to === address)?.code;
        if (!code) throw new Error(`No message with a code was sent to ${address}.`);
        return code;
      },
      close: async () => undefined,
    }),
    close,
  };
}
