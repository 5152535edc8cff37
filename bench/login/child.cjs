// A fresh execution environment: loads one bundle and serves logins. `node child.cjs <bundle> <calls> <pauseMs>` waits so long
// after the start, then sends one message after the first answer, and one after all of them.
const { setTimeout } = require('node:timers/promises');
const [bundle, calls, pauseMs] = process.argv.slice(2);

// Lambda's JSON log format.
for (const level of ['info', 'warn', 'error']) {
  console[level] = (message) =>
    process.stdout.write(
      `${JSON.stringify({ timestamp: new Date().toISOString(), level: level.toUpperCase(), requestId: 'bench', message })}\n`,
    );
}

const { handler } = require(bundle);

const event = {
  field: 'login',
  arguments: { input: { username: 'bench', password: 'Bench-password-1', flow: 'USER_PASSWORD_AUTH' } },
  // As AppSync writes it: the caller, then CloudFront.
  forwardedFor: '198.51.100.7, 130.176.1.1',
  userAgent: 'bench',
};
const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 };

async function login() {
  const answer = await handler(event, context);
  if (answer.data?.__typename !== 'Tokens') throw new Error(`No tokens: ${JSON.stringify(answer)}`);
}

async function main() {
  if (Number(pauseMs) > 0) await setTimeout(Number(pauseMs));
  const first = performance.now();
  await login();
  const firstCallMs = performance.now() - first;
  const { user, system } = process.cpuUsage();
  process.send({ firstCallMs, cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1e6 });
  const warmUp = Math.min(200, Number(calls));
  for (let n = 0; n < warmUp; n++) await login();
  const latencies = [];
  const before = process.cpuUsage();
  for (let n = warmUp; n < Number(calls); n++) {
    const start = performance.now();
    await login();
    latencies.push((performance.now() - start) * 1000);
  }
  const used = process.cpuUsage(before);
  latencies.sort((a, b) => a - b);
  process.send({
    p50Us: latencies[Math.floor(latencies.length / 2)],
    p99Us: latencies[Math.floor(latencies.length * 0.99)],
    cpuUs: (used.user + used.system) / latencies.length,
  });
  process.exit(0);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
