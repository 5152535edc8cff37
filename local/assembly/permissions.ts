import type { Assembly } from './assembly.ts';
import type { Resources } from './resources.ts';

/** A statement in the resource policy of a function that allows Cognito to call it. */
export interface CognitoPermission {
  readonly functionArn: string;
  /** Which user pools, with `*` and `?` as wildcards; null for any. */
  readonly sourceArn: string | null;
}

const principal = 'cognito-idp.amazonaws.com';
const actions: readonly unknown[] = ['lambda:InvokeFunction', 'lambda:Invoke*', 'lambda:*', '*'];

/** What the stack's `AWS::Lambda::Permission`s allow Cognito; those for other services are ignored. */
export function readCognitoPermissions({ template, region, accountId }: Assembly, resources: Resources): CognitoPermission[] {
  return resources.ofType('AWS::Lambda::Permission').flatMap((logicalId) => {
    // Checked first: what the permissions of other services refer to need not exist here.
    if (template.Resources[logicalId]?.Properties?.['Principal'] !== principal) return [];
    const { Action, FunctionName, SourceArn, SourceAccount } = resources.properties(logicalId);
    if (!actions.includes(Action)) return [];
    if (SourceAccount !== undefined && SourceAccount !== accountId) return [];
    return [
      {
        functionArn: functionArn(String(FunctionName), region, accountId),
        sourceArn: SourceArn === undefined ? null : String(SourceArn),
      },
    ];
  });
}

/** A permission names its function by name, by account and name, or by ARN. */
function functionArn(name: string, region: string, accountId: string): string {
  return name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${accountId}:function:${name.split(':').at(-1)}`;
}

/** Whether Cognito may call the function for this pool, evaluated like the condition `ArnLike`. */
export function mayCall(permissions: readonly CognitoPermission[], functionArn: string, userPoolArn: string): boolean {
  return permissions.some(
    (permission) =>
      permission.functionArn === functionArn && (permission.sourceArn === null || isLike(permission.sourceArn, userPoolArn)),
  );
}

function isLike(pattern: string, arn: string): boolean {
  // Escapes what is special in a regular expression; `*` and `?` then get their meaning in IAM.
  const source = pattern
    .replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(arn);
}
