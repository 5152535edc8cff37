import { provesStories } from './stories.ts';

provesStories('examples/python.py');
