import { provesStories } from './stories.ts';

provesStories('examples/fetch.ts');
