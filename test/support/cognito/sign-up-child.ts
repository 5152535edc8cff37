import { setImmediate } from 'node:timers/promises';
import { openDatabase } from '../../../local/data/database.ts';
import { createTestPool, createTestPools, password } from './pool.ts';

// Signs up users as fast as it can and prints each name once its sign-up was answered. It is meant to be killed. If its
// parent ends first, its input ends too.
process.stdin.on('end', () => process.exit()).resume();
const { cognito, clientId } = createTestPool({}, {}, createTestPools(openDatabase(process.argv[2] ?? ':memory:')));
for (let number = 0; ; number++) {
  const UserAttributes = [{ Name: 'email', Value: `user${number}@example.com` }];
  await cognito.signUp({ ClientId: clientId, Username: `user${number}`, Password: password, UserAttributes });
  process.stdout.write(`user${number}\n`);
  // A sign-up never leaves the process, so without this turn of the event loop the end of the input would not be
  // noticed.
  await setImmediate();
}
