import type { CommandDescription } from './arguments.ts';

/** What `--help` prints. */
export function helpText({ usage, summary, options, notes = [] }: CommandDescription): string {
  const rows = Object.entries(options).flatMap(([name, { value, short, help }]): [string, string][] =>
    help === undefined
      ? []
      : [[`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, help]],
  );
  const all: [string, string][] = [...rows, ['-h, --help', 'Show this help.']];
  const width = Math.max(...all.map(([left]) => left.length));
  const lines = all.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return `${[usage, '', summary, '', 'Options:', ...lines, ...notes.flatMap((note) => ['', note])].join('\n')}\n`;
}
