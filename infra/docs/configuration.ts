import { describeSettings, type SettingDescription } from '../settings/describe.ts';
import type { Settings } from '../settings/stage.ts';

const groups: Readonly<Record<keyof Settings, string>> = {
  naming: 'The name of the stack, and where it is.',
  retention: 'What is kept after the stack is deleted.',
  domain: 'A host name of your own for the API.',
  passwords: 'The rules for a password. A page reads them from `authConfig`.',
  signUp: 'Who may create an account, and with which data.',
  signIn: 'What users sign in with, and how they prove who they are.',
  mfa: 'The second factor.',
  messages: 'Every e-mail and text message: how it is sent, and its text.',
  tokens: 'How long a sign-in lasts.',
  activity: 'The history of their account that users can read: sign-ins, refused sign-ins and changes.',
  administration: 'Who administers users and groups through this API.',
  federation:
    "Sign-in with other providers and at the pool's own domain. What several kinds of providers have is listed once, as " +
    '`federation.providers.<provider>.…`; a Google provider has no `name`, for example.',
  api: 'The GraphQL endpoint.',
  functions: 'The Lambda functions.',
  triggers:
    'Lambda functions of your own that Cognito calls, each null unless it is set. If a function fails, the ' +
    'operation of the user fails too, and the client gets `TRIGGER_REFUSED` ' +
    "with the function's text, or `INTERNAL` if the text looks like a fault. It must answer within five seconds. " +
    'The settings of each trigger are listed once, as `triggers.<trigger>.…`.',
  gpt: 'The query `gpt`.',
  protection: 'Protection against strangers.',
  monitoring: 'Alarms and a dashboard.',
};

/** `docs/configuration.md`, generated from the schema of the settings. */
export function configurationDocument(): string {
  const settings = describeSettings();
  const sections = Object.entries(groups).map(([group, intro]) => {
    const rows = settings.filter(({ path }) => path === group || path.startsWith(`${group}.`));
    return [`## ${group}`, '', intro, '', ...table(rows)].join('\n');
  });
  return `${[heading, ...sections].join('\n\n')}\n`;
}

const heading = `<!-- Generated from infra/settings by \`npm run docs\`. Do not edit. -->

# Configuration

One typed file, [infra/config.ts](../infra/config.ts), contains all stages. A group or setting that is left out has its
default; only \`naming.stackName\` is required. An invalid value, or a combination that Cognito or AppSync would refuse,
stops the synth with a sentence that names the setting, its allowed values and its value.

    npm start -- --stage prod         # that stage on the laptop
    npm run deploy -- --stage prod    # and in AWS

[recipes.md](recipes.md) has complete examples to copy. "Becomes" says where a setting ends up in the CloudFormation
template. A ¹ marks settings that change nothing on a laptop; the reason is below the table. Settings that can never be
changed for an existing user pool are guarded: see [deploying.md](deploying.md#what-cannot-be-changed).`;

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

/** Whether the group of the setting has the same reason. */
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
