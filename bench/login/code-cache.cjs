// Loads the bundle beside it with V8's code cache, which the first process that does so leaves behind.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, 'bundle.js');
const cache = join(__dirname, 'bundle.cache');
const code = `(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`;
const script = new Script(code, { filename: file, ...(existsSync(cache) && { cachedData: readFileSync(cache) }) });
if (script.cachedDataRejected) throw new Error('V8 has rejected the code cache.');
script.runInThisContext()(exports, require, module);
// With all that was compiled until then.
if (!existsSync(cache)) process.on('exit', () => writeFileSync(cache, script.createCachedData()));
