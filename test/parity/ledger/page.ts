import { domainRows, providerTypes } from './domain.ts';
import { type OperationRow, operationRows, type SettingRow, settingOperations, settingRows } from './rows.ts';
import { authFlows, challengeNames } from './service-model.ts';
import { proofOf } from './sources.ts';
import { triggerNames } from './trigger-names.ts';

/** `docs/parity.md`, generated from the SDK's service model, the code and the tests. */
export function parityDocument(): string {
  const rows = operationRows();
  const unsigned = rows.filter(({ signed }) => !signed);
  const signed = rows.filter((row) => row.signed);
  return `${[
    heading(rows),
    '## Operations that users call',
    ...operationTable(unsigned),
    '',
    '## Operations that require AWS credentials',
    ...operationTable(signed),
    '',
    '## Flows, challenges and triggers',
    '',
    'The embedded user pool supports all of them. A flow is the `flow` of `login`, a challenge is a type of the union',
    '`AuthResult`, and a trigger is a setting of `triggers`.',
    ...wordTable('flow', authFlows),
    ...wordTable('challenge', challengeNames),
    ...wordTable('trigger', triggerNames()),
    '',
    '## The domain and other providers',
    '',
    'What a pool with a domain answers to browsers and programs. The settings of a stage are in `federation`; the stack',
    'leaves the look of the pages at Cognito’s default. On a laptop the domain is the pool’s own endpoint.',
    ...table(
      ['endpoint', 'embedded pool', 'proven by'],
      domainRows().map(({ path, is, why, proof }) => [`\`${path}\``, why === undefined ? is : `${is}: ${why}`, link(proof)]),
    ),
    ...table(
      ['type of provider', 'who answers on a laptop', 'proven by'],
      Object.entries(providerTypes).map(([type, who]) => [`\`${type}\``, who, link(proofOf(new RegExp(`'${type}'`, 'g')))]),
    ),
    ...settingOperations.flatMap((operation) => ['', `## Settings: ${operation}`, ...settingTable(settingRows(operation))]),
  ].join('\n')}\n`;
}

function heading(rows: readonly OperationRow[]): string {
  const done = rows.filter(({ is }) => is === 'done').length;
  const withField = rows.filter(({ fields }) => fields.length > 0).length;
  return `<!-- Generated from the AWS SDK's service model, the code and the tests by \`npm run docs\`. Do not edit. -->

# Parity with Cognito

Everything in the service model of Amazon Cognito user pools, and how this project supports it: ${rows.length} operations, of which
${withField} are called by a GraphQL field and ${done} are supported by the embedded user pool.

- **GraphQL**: the fields that call the operation, or why there is none.
- **Embedded pool**: _done_; _differs_, and how; _refused_, by name, with \`NotImplementedException\`, and why; _kept_: a
  setting that is stored and returned, but has no effect.
- **Proven by**: a test that calls it through the AWS SDK. The shape of each answer is compared with the service model.
- **Unconfirmed**: what AWS does not document. \`npm run parity -- --live\` checks it on a pool of yours, see
  [operations.md](operations.md#does-the-laptop-still-behave-like-cognito).
`;
}

function operationTable(rows: readonly OperationRow[]): string[] {
  return table(
    ['operation', 'GraphQL', 'embedded pool', 'proven by', 'unconfirmed'],
    rows.map(({ operation, fields, reason = '', is, why, proof, open }) => [
      `\`${operation}\``,
      fields.length > 0 ? list(fields.map((field) => `\`${field}\``)) : reason,
      why === undefined ? is : `${is}: ${why}`,
      is === 'refused' ? '' : link(proof),
      list(open.map(({ id, page }) => `[${id.replace('cognito.', '')}](aws-behaviour/${page}#${id})`)),
    ]),
  );
}

function settingTable(rows: readonly SettingRow[]): string[] {
  return table(
    ['member', 'setting of a stage', 'embedded pool', 'proven by'],
    rows.map(({ path, settings, reason = '', is, why, proof }) => [
      `\`${path}\``,
      settings.length > 0 ? list(settings.map((setting) => `\`${setting}\``)) : reason,
      why === undefined ? is : `${is}: ${why}`,
      is === 'refused' ? '' : link(proof),
    ]),
  );
}

function wordTable(kind: string, words: readonly string[]): string[] {
  return table(
    [kind, 'proven by'],
    words.map((word) => [`\`${word}\``, link(proofOf(new RegExp(`\\b${word}\\b`, 'g')))]),
  );
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

const list = (texts: readonly string[]): string => texts.join(', ');

function link(file: string | undefined): string {
  return file === undefined ? '' : `[${file.replace(/^test\/(local\/cognito\/)?/, '').replace('.test.ts', '')}](../${file})`;
}
