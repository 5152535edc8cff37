import { describeSettings, type SettingDescription } from '../settings/describe.ts';
import type { Settings } from '../settings/stage.ts';

const groups: Readonly<Record<keyof Settings, string>> = {
  naming: 'What the stack is called, and where it stands.',
  retention: 'What outlives a deployment.',
  domain: 'A host name of your own for the API.',
  passwords: 'What a password must be. A page reads it from `authConfig`.',
  signUp: 'Who may become a user, and with what.',
  signIn: 'Who a user is at the door, and how they prove it.',
  mfa: 'The second factor.',
  messages: 'Every mail and text message: how it is sent, and its words.',
  tokens: 'How long a sign-in lasts.',
  activity: 'What users can look up: who has signed in as them, or tried, and what was changed.',
  api: 'The GraphQL endpoint.',
  functions: 'The Lambda functions.',
  triggers:
    'Lambda functions of your own that Cognito calls, each null unless it is set. A function that fails stops what the user was doing, and their client gets `TRIGGER_REFUSED` ' +
    'with its words, or `INTERNAL` where they read as a fault; it must answer within five seconds. What each of them has is told once, as `triggers.<trigger>.…`.',
  gpt: 'The query `gpt`.',
  protection: 'Against those who are no users.',
  monitoring: 'What tells you that something is wrong.',
};

/** `docs/configuration.md`, made of the schema of the settings. */
export function configurationDocument(): string {
  const settings = describeSettings();
  const sections = Object.entries(groups).map(([group, intro]) => {
    const rows = settings.filter(({ path }) => path === group || path.startsWith(`${group}.`));
    return [`## ${group}`, '', intro, '', ...table(rows)].join('\n');
  });
  return `${[heading, ...sections].join('\n\n')}\n`;
}

const heading = `<!-- Made of infra/settings by \`npm run docs\`. Do not edit. -->

# Configuration

One typed file, [infra/config.ts](../infra/config.ts), holds the stages side by side. A group or setting that is left out has its default; only \`naming.stackName\` must be
given. A wrong value, and a combination that Cognito or AppSync would refuse, stops the synth with a sentence that names the setting, what it may be, and its value.

    npm start -- --stage prod         # that stage on the laptop
    npm run deploy -- --stage prod    # and in AWS

Whole examples to copy are in [recipes.md](recipes.md). "Becomes" is where a setting ends up in the CloudFormation template. A ¹ marks what changes nothing on a laptop, with
the reason below its table. What can never be changed on a living user pool is guarded: see [deploying.md](deploying.md#what-cannot-be-changed).`;

function table(rows: readonly SettingDescription[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { path, laptop } of rows)
    if (laptop !== null && !inherits(path, laptop, rows)) reasons.set(laptop, [...(reasons.get(laptop) ?? []), path]);
  return [
    '| setting | what | may be | default | becomes |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(row),
    ...[...reasons].flatMap(([reason, paths]) => ['', `¹ ${paths.map((path) => `\`${path}\``).join(', ')}: ${reason}`]),
  ];
}

/** Whether the group that a setting is in says the same. */
function inherits(path: string, reason: string, rows: readonly SettingDescription[]): boolean {
  return rows.some(({ path: other, laptop }) => laptop === reason && path.startsWith(`${other}.`));
}

function row({ path, is, becomes, unit, values, defaultValue, laptop }: SettingDescription): string {
  const cells = [
    `\`${path}\`${laptop === null ? '' : ' ¹'}`,
    is,
    unit === null ? values : `${values} ${unit}`,
    defaultValue === null ? '–' : `\`${defaultValue}\``,
    becomes,
  ];
  return `| ${cells
    .map((cell) =>
      cell
        .replaceAll('|', '\\|')
        .replaceAll('<', '&lt;')
        .replace(/`[^`]*`/g, (code) => code.replaceAll('&lt;', '<')),
    )
    .join(' | ')} |`;
}
