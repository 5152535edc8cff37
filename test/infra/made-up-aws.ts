import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface MadeUpAws {
  readonly endpoint: string;
  /** What CloudFormation was asked to do, in order. */
  readonly actions: readonly string[];
}

const account = '123456789012';
const stackArn = `arn:aws:cloudformation:eu-central-1:${account}:stack/Made/1`;

/**
 * As much of STS, SSM, S3 and CloudFormation as `cdk deploy` needs to take a deployment for done, so that the CDK's own command line can be run
 * whole. Nothing is deployed. @param fails whether the service refuses to carry the change set out.
 */
export async function madeUpAws({ fails = false } = {}): Promise<MadeUpAws> {
  const actions: string[] = [];
  const credentials = {
    AccessKeyId: 'ASIAMADEUP',
    SecretAccessKey: 'made-up',
    SessionToken: 'made-up',
    Expiration: '2099-01-01T00:00:00Z',
  };
  const stack = (): string => {
    const status = actions.includes('ExecuteChangeSet') ? 'CREATE_COMPLETE' : 'REVIEW_IN_PROGRESS';
    const output = element('member', { OutputKey: 'Region', OutputValue: 'eu-central-1' });
    const described = { StackName: 'Made', StackId: stackArn, CreationTime: '2026-01-01T00:00:00Z', StackStatus: status };
    return `<Stacks>${element('member', described, `<Outputs>${output}</Outputs>`)}</Stacks>`;
  };
  const answers: Readonly<Record<string, () => string | null>> = {
    GetCallerIdentity: () => element('', { Account: account, Arn: `arn:aws:iam::${account}:user/made-up`, UserId: 'AIDA' }),
    AssumeRole: () => element('Credentials', credentials),
    DescribeStacks: () => (actions.includes('CreateChangeSet') ? stack() : null),
    CreateChangeSet: () => element('', { Id: `${stackArn}/change`, StackId: stackArn }),
    DescribeChangeSet: () =>
      element(
        '',
        { ChangeSetName: 'made', StackId: stackArn, Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' },
        '<Changes><member><Type>Resource</Type><ResourceChange><Action>Add</Action></ResourceChange></member></Changes>',
      ),
    ExecuteChangeSet: () => (fails ? null : ''),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const asked = new URLSearchParams(body);
      const action = asked.get('Action');
      // The version of the bootstrap stack.
      if (request.headers['x-amz-target'] !== undefined) return response.end('{"Parameter":{"Name":"version","Value":"28"}}');
      // S3, in which there is nothing yet.
      if (action === null)
        return response.end(request.method === 'GET' ? '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>' : '');
      actions.push(action);
      const result = Object.hasOwn(answers, action) ? answers[action]?.() : '';
      if (typeof result === 'string') return response.end(`<R><${action}Result>${result}</${action}Result></R>`);
      response.statusCode = 400;
      return response.end(
        `<ErrorResponse>${element('Error', { Code: 'ValidationError', Message: `Stack with id ${asked.get('StackName')} does not exist` })}</ErrorResponse>`,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, actions };
}

function element(name: string, members: Readonly<Record<string, string>>, more = ''): string {
  const inner =
    Object.entries(members)
      .map(([key, value]) => `<${key}>${value}</${key}>`)
      .join('') + more;
  return name === '' ? inner : `<${name}>${inner}</${name}>`;
}
