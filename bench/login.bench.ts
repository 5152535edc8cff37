// What does the Lambda bundle cost, cold and warm, compared with the same call by bare node:https and with
// NodejsFunction's defaults?
import { type Cold, measure, type Warm } from './login/measure.ts';
import { median, medianRatio, printTable } from './support/table.ts';

const rounds = Number(process.env['ROUNDS'] ?? 21);
const calls = Number(process.env['CALLS'] ?? 1_200);

const results = await measure(rounds, calls);
const floor = results[0]?.rounds ?? [];

printTable(
  `Cold start: fresh Node process → bundle loaded → one login over TLS (${rounds} interleaved rounds, medians)`,
  results.map(({ variant, rounds: measured }) => {
    const cold = (key: keyof Cold): number[] => measured.map((round) => round.cold[key]);
    return {
      variant: variant.name,
      'bundle kB': (variant.bytes / 1000).toFixed(1),
      'first answer ms': median(cold('firstAnswerMs')).toFixed(1),
      '× bare': medianRatio(
        cold('firstAnswerMs'),
        floor.map((round) => round.cold.firstAnswerMs),
      ).toFixed(2),
      'cpu ms': median(cold('cpuMs')).toFixed(1),
      'RSS MB': median(cold('rssMb')).toFixed(0),
    };
  }),
);

printTable(
  `Warm: one login over a kept TLS connection (${rounds} rounds of ${calls} sequential calls, medians)`,
  results.map(({ variant, rounds: measured }) => {
    const warm = (key: keyof Warm): number[] => measured.map((round) => round.warm[key]);
    return {
      variant: variant.name,
      'p50 µs': median(warm('p50Us')).toFixed(0),
      'p99 µs': median(warm('p99Us')).toFixed(0),
      'cpu µs': median(warm('cpuUs')).toFixed(0),
      'cpu × bare': medianRatio(
        warm('cpuUs'),
        floor.map((round) => round.warm.cpuUs),
      ).toFixed(2),
    };
  }),
);

printTable(
  `The first login of an environment that was started 200 ms before (${rounds} rounds, medians)`,
  results.map(({ variant, rounds: measured }) => {
    const first = measured.map((round) => round.startedAhead.firstCallMs);
    const warm = measured.map((round) => round.warm.p50Us / 1000);
    return { variant: variant.name, 'first login ms': median(first).toFixed(2), '× warm': medianRatio(first, warm).toFixed(2) };
  }),
);
