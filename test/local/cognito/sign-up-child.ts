import { openDatabase } from '../../../local/database.ts';
import { createTestPool, createTestPools, password } from './pool.ts';

// Signs up users as fast as it can and says each name once its sign-up was answered; made to be killed.
const { cognito, clientId } = createTestPool({}, {}, createTestPools(openDatabase(process.argv[2] ?? ':memory:')));
for (let number = 0; ; number++) {
  const UserAttributes = [{ Name: 'email', Value: `user${number}@example.com` }];
  await cognito.signUp({ ClientId: clientId, Username: `user${number}`, Password: password, UserAttributes });
  process.stdout.write(`user${number}\n`);
}
