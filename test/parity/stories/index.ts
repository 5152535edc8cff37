import type { Story } from '../probe/story.ts';
import { clientStories } from './clients.ts';
import { deviceStories } from './devices.ts';
import { factorStories } from './factors.ts';
import { federationStories } from './federation.ts';
import { passkeyStories } from './passkeys.ts';
import { protocolStories } from './protocol.ts';
import { signInStories } from './sign-in.ts';
import { tokenStories } from './tokens.ts';
import { userStories } from './users.ts';

/** By the file that holds their recordings: test/parity/recordings/<key>.json. */
export const stories: Readonly<Record<string, readonly Story[]>> = {
  protocol: protocolStories,
  'sign-in': signInStories,
  factors: factorStories,
  passkeys: passkeyStories,
  devices: deviceStories,
  tokens: tokenStories,
  users: userStories,
  clients: clientStories,
  federation: federationStories,
};
