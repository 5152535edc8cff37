import { z } from 'zod';
import { setting } from './setting.ts';

export const functions = z.strictObject({
  memoryMb: setting(z.int().min(128).max(10_240).default(1024), {
    is: 'Memory of each function; its processor grows with it.',
    unit: 'MB',
    becomes: '`AWS::Lambda::Function.MemorySize`',
  }),
  logLevel: setting(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO'), {
    is: 'The least level that is logged.',
    becomes: '`POWERTOOLS_LOG_LEVEL` of each function',
  }),
  sourceMaps: setting(z.boolean().default(false), {
    is: 'Whether a source map is deployed with each function, so that stack traces name the lines of the sources. Costs about 10 ms of a cold start.',
    becomes: '`AWS::Lambda::Function.Code`, `NODE_OPTIONS`',
  }),
});
