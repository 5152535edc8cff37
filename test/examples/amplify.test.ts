import { provesStories } from './stories.ts';

provesStories('examples/amplify.ts');
