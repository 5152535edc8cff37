import type { ApiStory } from '../story.ts';
import { authorizationStories } from './authorization.ts';
import { errorStories } from './errors.ts';
import { httpStories } from './http.ts';
import { limitStories } from './limits.ts';
import { resolverStories } from './resolver.ts';

/** By the file that holds their recordings: test/parity/recordings/<key>.json. */
export const apiStories: Readonly<Record<string, readonly ApiStory[]>> = {
  'appsync-http': httpStories,
  'appsync-authorization': authorizationStories,
  'appsync-errors': errorStories,
  'appsync-limits': limitStories,
  'appsync-resolver': resolverStories,
};
