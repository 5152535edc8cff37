import type { Difference } from './compare.ts';

export type Outcome =
  | { readonly story: string; readonly asks: readonly string[]; readonly is: 'same' }
  | {
      readonly story: string;
      readonly asks: readonly string[];
      readonly is: 'differs';
      readonly differences: readonly Difference[];
    }
  | { readonly story: string; readonly asks: readonly string[]; readonly is: 'not run'; readonly why: string };

/** Story by story: same, differs (both answers), or not run (why). In Markdown. */
export function reportOf(from: string, recordedFrom: string, outcomes: readonly Outcome[]): string {
  const count = (is: Outcome['is']) => outcomes.filter((outcome) => outcome.is === is).length;
  return [
    '# Parity report',
    '',
    `Asked: ${from}. Compared with recordings of ${recordedFrom}.`,
    '',
    `${outcomes.length} stories: ${count('same')} same, ${count('differs')} differ, ${count('not run')} not run.`,
    ...outcomes.flatMap(section),
    '',
  ].join('\n');
}

function section(outcome: Outcome): string[] {
  const head = ['', `## ${outcome.is}: ${outcome.story}`, '', `Facts: ${outcome.asks.join(', ')}`];
  if (outcome.is === 'not run') return [...head, '', outcome.why];
  if (outcome.is === 'same') return head;
  return [
    ...head,
    ...outcome.differences.flatMap(({ step, recorded, answered }) => [
      '',
      `Step ${step}, recorded:`,
      ...code(recorded),
      `Step ${step}, answered:`,
      ...code(answered),
    ]),
  ];
}

function code(value: unknown): string[] {
  return ['', '```json', value === undefined ? 'null' : JSON.stringify(value, null, 2), '```', ''];
}
