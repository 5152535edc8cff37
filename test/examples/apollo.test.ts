import { provesStories } from './stories.ts';

provesStories('examples/apollo.ts');
