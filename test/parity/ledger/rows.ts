import { describeSettings } from '../../../infra/settings/describe.ts';
import * as actions from '../../../local/cognito/actions/index.ts';
import { operations } from '../../../local/cognito/wire/operations.ts';
import { withoutField } from './operations.ts';
import { differs, refused } from './pool-answers.ts';
import { inputMembers } from './service-model.ts';
import { differing, resourceOf, withoutSetting } from './settings.ts';
import { fieldsByOperation, type OpenFact, openFacts, proofOf } from './sources.ts';

export interface OperationRow {
  readonly operation: string;
  readonly signed: boolean;
  /** GraphQL fields that call it. */
  readonly fields: readonly string[];
  readonly reason: string | undefined;
  /** What the embedded pool does with it. */
  readonly is: 'done' | 'differs' | 'refused';
  /** How it differs, or why it is refused. */
  readonly why: string | undefined;
  /** The test that calls or names it most often. */
  readonly proof: string | undefined;
  /** What of it nobody has confirmed. */
  readonly open: readonly OpenFact[];
}

export function operationRows(): OperationRow[] {
  const fields = fieldsByOperation();
  const facts = openFacts();
  return Object.entries(operations).map(([operation, authorization]) => {
    const method = operation[0]?.toLowerCase() + operation.slice(1);
    return {
      operation,
      signed: authorization === 'iam',
      fields: fields.get(operation) ?? [],
      reason: withoutField[operation],
      ...answerOf(operation),
      proof: proofOf(new RegExp(`\\b${method}\\(|\\b${operation}\\b`, 'g')),
      open: facts.filter(({ text }) => new RegExp(`\\b${operation}\\b`).test(text)),
    };
  });
}

function answerOf(operation: string): Pick<OperationRow, 'is' | 'why'> {
  if (!Object.hasOwn(actions, operation)) return { is: 'refused', why: refused[operation] };
  const how = differs[operation];
  return how === undefined ? { is: 'done', why: undefined } : { is: 'differs', why: how };
}

export interface SettingRow {
  /** The member of the operation's input, down to the last. */
  readonly path: string;
  /** Settings of a stage that write it. */
  readonly settings: readonly string[];
  readonly reason: string | undefined;
  readonly is: 'done' | 'kept' | 'refused';
  readonly why: string | undefined;
  readonly proof: string | undefined;
}

/** The operations that have the settings of a pool and of its clients. */
export const settingOperations = Object.keys(resourceOf);

export function settingRows(operation: string): SettingRow[] {
  const { type, names = {} } = resourceOf[operation] ?? { type: '' };
  const written = describeSettings();
  return inputMembers(operation).map((path) => {
    // A setting may write a part of a member, or the whole of which the member is a part.
    const property = `${type}.${names[path] ?? path.replaceAll('[]', '')}`;
    const settings = written.flatMap(({ path: setting, becomes }) => {
      const properties = [...becomes.matchAll(/AWS::[\w:]+[.\w]*/g)].map(([each]) => each);
      return properties.some((each) => each !== type && `${property}.`.startsWith(`${each}.`)) ? [setting] : [];
    });
    const { is = 'done', why } = within(differing[operation] ?? {}, path) ?? {};
    const last = path.split('.').at(-1)?.replace('[]', '') ?? path;
    return {
      path,
      settings,
      reason: within(withoutSetting[operation] ?? {}, path),
      is,
      why,
      proof: proofOf(new RegExp(`\\b${last}\\b`, 'g')),
    };
  });
}

/** What is said of a member, or of something that it is a part of. */
function within<Said>(all: Readonly<Record<string, Said>>, path: string): Said | undefined {
  const found = Object.entries(all).find(([name]) => `${path}.`.replaceAll('[]', '').startsWith(`${name}.`));
  return found?.[1];
}
