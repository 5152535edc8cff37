import { provesStories } from './stories.ts';

provesStories('examples/urql.ts');
