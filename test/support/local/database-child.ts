import { openDatabase } from '../../../local/data/database.ts';

// Stores a row, notes it and says so, until it is killed; what it stored stays in the write-ahead log.
const { sql, note } = openDatabase(process.argv[2] ?? ':memory:');
const insert = sql.prepare("INSERT INTO dynamodb_item VALUES ('t', ?, x'', ?, NULL)");
for (let number = 0; number < 20; number += 1) insert.run(Buffer.of(number), 'x'.repeat(1000));
note();
process.stdout.write('stored\n');
setInterval(() => undefined, 1000);
