import { provesStories } from './stories.ts';

provesStories('examples/curl.sh', { needs: ['curl'] });
