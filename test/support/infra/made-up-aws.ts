import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A stack in the simulated CloudFormation. */
interface MadeUpStack {
  readonly status: string;
  readonly template: string;
  readonly terminationProtection: boolean;
}

export interface MadeUpAwsOptions {
  /** The stacks at the beginning. */
  readonly stack?: Partial<MadeUpStack>;
  /** Whether the resources of a change set fail, so that CloudFormation rolls it back. */
  readonly fails?: boolean;
  /** Actions that are denied. */
  readonly denied?: readonly string[];
  /** The account of the credentials, if it is not the stack's. */
  readonly caller?: string;
}

export interface MadeUpAws {
  readonly endpoint: string;
  /** The calls of STS and CloudFormation, in order. */
  readonly actions: readonly string[];
  /** The stack after each action; the last one is the current state. */
  readonly history: readonly (readonly [action: string, stack: MadeUpStack | null])[];
  stack(): MadeUpStack | null;
}

const account = '123456789012';
const stackArn = `arn:aws:cloudformation:eu-central-1:${account}:stack/Made/1`;

/**
 * The part of STS, SSM, S3 and CloudFormation that `cdk deploy` and `cdk destroy` need, so that tests can run the CDK's
 * own command line. It simulates what deployments depend on: protection against deletion, and the rollback of failures.
 */
export async function madeUpAws({
  stack: first,
  fails = false,
  denied = [],
  caller = account,
}: MadeUpAwsOptions = {}): Promise<MadeUpAws> {
  const actions: string[] = [];
  const history: [string, MadeUpStack | null][] = [];
  const uploads = new Map<string, string>();
  let stack: MadeUpStack | null = first
    ? { status: 'CREATE_COMPLETE', template: '{"Resources":{}}', terminationProtection: false, ...first }
    : null;
  let changeSet: { readonly template: string; readonly creates: boolean } | null = null;

  /** A failed creation is deleted again, which a protected pool refuses. */
  const execute = ({ creates, template }: NonNullable<typeof changeSet>): MadeUpStack => {
    const was = stack ?? { status: '', template: '', terminationProtection: false };
    if (!fails) return { ...was, template, status: creates ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE' };
    if (!creates) return { ...was, status: 'UPDATE_ROLLBACK_COMPLETE' };
    return { ...was, template, status: isProtected(template) ? 'ROLLBACK_FAILED' : 'ROLLBACK_COMPLETE' };
  };
  const answers: Readonly<Record<string, (asked: URLSearchParams) => string | Refusal>> = {
    GetCallerIdentity: () => element('', { Account: caller, Arn: `arn:aws:iam::${caller}:user/made-up`, UserId: 'AIDA' }),
    AssumeRole: () =>
      element('Credentials', {
        AccessKeyId: 'ASIAMADEUP',
        SecretAccessKey: 'made-up',
        SessionToken: 'made-up',
        Expiration: '2099-01-01T00:00:00Z',
      }),
    DescribeStacks: (asked) => (stack === null ? noStack(asked) : `<Stacks>${described(stack)}</Stacks>`),
    GetTemplate: (asked) =>
      stack === null
        ? noStack(asked)
        : element('', { TemplateBody: stack.template.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }),
    CreateChangeSet: (asked) => {
      const creates = stack === null || stack.status === 'REVIEW_IN_PROGRESS';
      changeSet = { creates, template: uploads.get(asked.get('TemplateURL')?.split('/').at(-1) ?? '') ?? '' };
      stack ??= { status: 'REVIEW_IN_PROGRESS', template: '', terminationProtection: false };
      return element('', { Id: `${stackArn}/change`, StackId: stackArn });
    },
    DescribeChangeSet: () =>
      changeSet === null
        ? refusal('ChangeSetNotFound', 'ChangeSet does not exist')
        : element(
            '',
            { ChangeSetName: 'made', StackId: stackArn, Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' },
            '<Changes><member><Type>Resource</Type><ResourceChange><Action>Add</Action></ResourceChange></member></Changes>',
          ),
    DeleteChangeSet: () => {
      changeSet = null;
      return '';
    },
    ExecuteChangeSet: () => {
      if (changeSet !== null) stack = execute(changeSet);
      changeSet = null;
      return '';
    },
    UpdateTerminationProtection: (asked) => {
      if (stack === null) return noStack(asked);
      stack = { ...stack, terminationProtection: asked.get('EnableTerminationProtection') === 'true' };
      return element('', { StackId: stackArn });
    },
    DeleteStack: () => {
      if (stack?.terminationProtection)
        return refusal('ValidationError', 'Stack [Made] cannot be deleted while TerminationProtection is enabled');
      stack =
        stack !== null && isProtected(stack.template) && stack.status !== 'ROLLBACK_COMPLETE'
          ? { ...stack, status: 'DELETE_FAILED' }
          : null;
      return '';
    },
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const asked = new URLSearchParams(body.toString());
      const action = asked.get('Action');
      // The version of the bootstrap stack.
      if (request.headers['x-amz-target'] !== undefined) return response.end('{"Parameter":{"Name":"version","Value":"28"}}');
      // S3, which is empty.
      if (action === null) {
        const key = new URL(request.url ?? '/', 'http://s3').pathname.split('/').at(-1) ?? '';
        if (request.method === 'PUT') uploads.set(key, unchunked(body, request.headers['content-encoding']));
        return response.end(request.method === 'GET' ? '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>' : '');
      }
      actions.push(action);
      const result = denied.includes(action)
        ? refusal('AccessDenied', `User is not authorized to perform: ${action}`)
        : Object.hasOwn(answers, action)
          ? (answers[action]?.(asked) ?? '')
          : '';
      history.push([action, stack]);
      if (typeof result === 'string') return response.end(`<R><${action}Result>${result}</${action}Result></R>`);
      response.statusCode = 400;
      return response.end(`<ErrorResponse>${element('Error', { Code: result.code, Message: result.message })}</ErrorResponse>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, actions, history, stack: () => stack };
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

const refusal = (code: string, message: string): Refusal => ({ code, message });

function noStack(asked: URLSearchParams): Refusal {
  return refusal('ValidationError', `Stack with id ${asked.get('StackName')} does not exist`);
}

/** Whether the template has a pool that Cognito does not delete. */
export function isProtected(template: string): boolean {
  return /"DeletionProtection": ?"ACTIVE"/.test(template);
}

function described({ status, terminationProtection }: MadeUpStack): string {
  const output = element('member', { OutputKey: 'Region', OutputValue: 'eu-central-1' });
  const members = {
    StackName: 'Made',
    StackId: stackArn,
    CreationTime: '2026-01-01T00:00:00Z',
    StackStatus: status,
    EnableTerminationProtection: String(terminationProtection),
  };
  return element('member', members, `<Outputs>${output}</Outputs>`);
}

/** Joins what the SDK sends in pieces (`aws-chunked`). */
function unchunked(body: Buffer, encoding: string | undefined): string {
  if (!encoding?.includes('aws-chunked')) return body.toString();
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const head = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, head), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(head + 2, head + 2 + size));
    at = head + 2 + size + 2;
  }
  return Buffer.concat(parts).toString();
}

function element(name: string, members: Readonly<Record<string, string>>, more = ''): string {
  const inner =
    Object.entries(members)
      .map(([key, value]) => `<${key}>${value}</${key}>`)
      .join('') + more;
  return name === '' ? inner : `<${name}>${inner}</${name}>`;
}
