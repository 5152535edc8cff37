import { isIPv4 } from 'node:net';
import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** What must be where the stack is, as far as that is known, and hosts that are none. */
export function placeRules({ gpt, messages, naming, signIn }: Settings): Rule[] {
  const elsewhere = (part: 3 | 4, place: string | null, arn: string | null | undefined): boolean =>
    place !== null && arn !== null && arn !== undefined && arn.split(':')[part] !== place;
  const host = signIn.passkeys?.relyingParty ?? 'localhost';
  return [
    {
      path: ['messages', 'senderKeyArn'],
      message: 'be a key in the Region of the stack, naming.region: Cognito encrypts under no other',
      broken: elsewhere(3, naming.region, messages.senderKeyArn),
    },
    {
      path: ['gpt', 'secretArn'],
      message: 'be a secret in the Region of the stack, naming.region: the function asks there; replicate the secret to it',
      broken: elsewhere(3, naming.region, gpt?.secretArn),
    },
    {
      path: ['messages', 'sms', 'role', 'arn'],
      message: 'be a role of the account of the stack, naming.account: IAM passes no other on',
      broken: elsewhere(4, naming.account, messages.sms?.role?.arn),
    },
    {
      path: ['gpt', 'baseUrl'],
      message: 'hold neither user nor password: the key belongs into the secret',
      broken: gpt !== null && gpt.baseUrl !== null && new URL(gpt.baseUrl).username + new URL(gpt.baseUrl).password !== '',
    },
    {
      // WebAuthn Level 3, "relying party identifier": a registrable domain of the page, or localhost. An unknown one deploys, and no browser takes it.
      path: ['signIn', 'passkeys', 'relyingParty'],
      message: 'be a host with a dot in it and no IP address, or localhost: browsers bind passkeys to nothing else',
      broken: host !== 'localhost' && (!host.includes('.') || isIPv4(host)),
    },
  ];
}
